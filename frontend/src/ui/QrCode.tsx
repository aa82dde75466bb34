import styles from "./QrCode.module.css";

interface QrCodeProps {
  /** The picture as SVG source. */
  svg: string;
  label: string;
  size?: number;
}

/** A QR code. Always dark on white: many phones cannot read an inverted one. */
export function QrCode({ svg, label, size = 160 }: QrCodeProps) {
  // As an image, what is inside can neither run a script nor reach the page.
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return <img className={styles.code} src={source} alt={label} width={size} height={size} />;
}
