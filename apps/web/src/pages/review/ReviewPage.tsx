import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { Failure } from '../../components/Failure';
import { Desk } from './Desk';
import { useReview } from './useReview';

export default function ReviewPage() {
  const { id = '' } = useParams();
  const review = useReview(id);
  const { data, error, refetch } = review.report;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return <Desk key={id} report={data} review={review} />;
}
