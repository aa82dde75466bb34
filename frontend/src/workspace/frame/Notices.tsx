import { ExportNotices } from "../export/ExportProgress";
import { ConnectionBar } from "../notices/ConnectionBar";
import { RejectionBar } from "../notices/RejectionBar";
import { Welcome } from "../notices/Welcome";

/** What the frame has to say, most pressing first; every line stays until it is over or put away. */
export function Notices() {
  return (
    <>
      <RejectionBar />
      <ConnectionBar />
      <ExportNotices />
      <Welcome />
    </>
  );
}
