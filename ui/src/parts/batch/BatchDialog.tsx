import { type ReactNode, useEffect, useRef } from "react";
import { Button, Dialog } from "@/components";
import { t } from "@/lib/i18n";
import { Outcomes } from "./Outcomes";
import type { Batch, Outcome } from "./useBatch";

interface BatchDialogProps<R> {
  title: string;
  batch: Batch<R> | null;
  /** Called once, when the dialog opens. */
  onStart: () => void;
  onStop: () => void;
  onClose: () => void;
  ended: (counts: { done: number; failed: number; left: number }) => string;
  shown: (outcome: Outcome<R> & { result: R }) => ReactNode;
  /** Asked once it ended. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** A batch that runs while it is looked at. It is stopped between two; closing is for what has ended. */
export function BatchDialog<R>(props: BatchDialogProps<R>) {
  const { title, batch, onStart, onStop, onClose } = props;
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    onStart();
  }, [onStart]);
  const isRunning = batch === null || batch.isRunning;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={isRunning ? onStop : onClose}
      keepOnOutsideClick
      actions={
        isRunning ? (
          <Button isDisabled={batch?.wasStopped ?? false} onPress={onStop}>
            {t("parts.batch.stop")}
          </Button>
        ) : (
          (props.actions ?? (
            <Button kind="primary" autoFocus onPress={onClose}>
              {t("parts.batch.close")}
            </Button>
          ))
        )
      }
    >
      {batch !== null && (
        <Outcomes batch={batch} ended={props.ended}>
          {props.shown}
        </Outcomes>
      )}
      {!isRunning && props.children}
    </Dialog>
  );
}
