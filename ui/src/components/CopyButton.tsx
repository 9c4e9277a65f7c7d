import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { t } from "@/lib/i18n";
import { announce } from "./announce";
import { Button } from "./Button";

/** Copies `text`, and says that it did. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      kind="quiet"
      icon={isCopied ? Check : Copy}
      onPress={() =>
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          announce(t("common.copied"));
        })
      }
    >
      {isCopied ? t("common.copied") : (label ?? t("common.copy"))}
    </Button>
  );
}
