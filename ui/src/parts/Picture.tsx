import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/i18n";
import css from "./records/Records.module.css";

/** A picture drawn from its bytes: the content policy allows no address for them. */
export function Picture({ bytes, name }: { bytes: Uint8Array<ArrayBuffer>; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isOver = false;
    createImageBitmap(new Blob([bytes])).then(
      (picture) => {
        const target = canvas.current;
        if (isOver || target === null) return;
        target.width = picture.width;
        target.height = picture.height;
        target.getContext("2d")?.drawImage(picture, 0, 0);
        picture.close();
      },
      () => {
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [bytes]);
  if (hasFailed) return <p role="alert">{t("records.picture.failed")}</p>;
  return (
    <canvas
      ref={canvas}
      className={css.picture}
      role="img"
      aria-label={t("records.picture", { name })}
    />
  );
}
