/** The name of a file: what a browser can show opens beside, everything else is saved. */
export function EvidenceFile({ address, fileName, shown }: { address: string; fileName: string; shown: boolean }) {
  return shown ? (
    <a href={`${address}?inline=1`} target="_blank" rel="noreferrer">
      {fileName}
    </a>
  ) : (
    <a href={address}>{fileName}</a>
  );
}
