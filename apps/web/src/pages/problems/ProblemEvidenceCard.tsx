import { Card, Empty } from 'antd';
import type { ProblemDetail } from '../../api/generated';
import { EvidenceList } from '../../components/evidence/EvidenceList';
import { problemEvidence } from '../../components/evidence/evidence-subject';
import { EvidenceUpload } from '../../components/evidence/EvidenceUpload';
import { t } from '../../language/t';

/** What proves the problem itself put right; what proves its measures stands with them. */
export function ProblemEvidenceCard({ problem }: { problem: ProblemDetail }) {
  const own = problem.attachments.filter(({ removedAt }) => removedAt === null).length;
  const ofMeasures = problem.tasks.reduce((sum, { attachments }) => sum + attachments.length, 0);
  const evidence = problemEvidence(problem);
  const uploads = problem.moves.includes('attach');
  return (
    <Card title={t`佐证材料（本问题 ${own} 份，整改措施 ${ofMeasures} 份）`}>
      {uploads && <EvidenceUpload of={evidence} />}
      {problem.attachments.length === 0 && !uploads && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t`问题本身没有佐证材料。由整改单位或责任人在整改时上传。`}
        />
      )}
      <EvidenceList of={evidence} />
    </Card>
  );
}
