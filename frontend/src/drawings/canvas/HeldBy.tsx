import { useOthersAt } from "../../collab";
import { PersonTag } from "../../form";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasContext";

/** Others who are at a piece: their colour around it and their name on it. Belongs inside the piece. */
export function HeldBy({ id }: { id: string }) {
  const { section } = useCanvas();
  const others = useOthersAt({ section, id, field: null });
  const [first] = others;
  if (first === undefined) return null;
  return (
    <span className={styles.held} style={{ borderColor: first.color }}>
      <PersonTag people={others} id={`${section}-${id}-held`} />
    </span>
  );
}
