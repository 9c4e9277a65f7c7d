import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useParams } from "@tanstack/react-router";
import { CircleAlert, CircleCheck, CircleDashed, Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { path, useCommandKey, useGo } from "@/app";
import {
  announce,
  Button,
  Chip,
  ErrorNotice,
  notify,
  PageHeader,
  PdfView,
  Skeleton,
} from "@/components";
import { t } from "@/lib/i18n";
import { call, newRequestId } from "@/lib/ipc/backend";
import { commandTags, type DraftView } from "@/lib/ipc/bindings.gen";
import { invalidateTags, useQueryCommand } from "@/lib/ipc/hooks";
import css from "./EditorPage.module.css";
import { EditorForm } from "./EditorForm";
import { OutsideNotice } from "./OutsideNotice";
import { outsideProblems, Problems } from "./problems";
import { type Editor, useEditor } from "./useEditor";

/** A draft: the form on the left, the page it makes on the right. */
export function EditorPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("draft.get", { id });
  const [round, setRound] = useState(0);
  // What is typed is newer than the file: later answers do not replace it, only another draft does.
  const [opened, setOpened] = useState<{ key: string; view: DraftView } | null>(null);
  const key = `${id} ${round}`;
  const isFresh = query.data !== undefined && !query.isFetching && query.data.id === id;
  if (isFresh && opened?.key !== key) setOpened({ key, view: query.data });
  const view = opened?.key === key ? opened.view : undefined;
  if (view === undefined) {
    return (
      <>
        <PageHeader title={t("invoices.editor.title")} />
        <div className={css.alone}>
          {query.isError ? (
            <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Skeleton lines={8} />
          )}
        </div>
      </>
    );
  }
  const reload = async () => {
    await query.refetch();
    setRound((count) => count + 1);
  };
  return <Open key={key} view={view} onReload={() => void reload()} />;
}

function Open({ view, onReload }: { view: DraftView; onReload: () => void }) {
  const go = useGo();
  const client = useQueryClient();
  const editor = useEditor(view);
  const { saver, form, check, missing } = editor;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isReviewed, setReviewed] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const problems = [...missing, ...(check?.problems ?? [])];
  const blank = useBlankDraft(view, editor);

  /** What stands between the draft in the file and being issued, asked afresh. */
  const remaining = async (): Promise<number> => {
    const isKept = await saver.flush();
    if (!isKept || editor.saveState.kind === "unread") return Math.max(1, problems.length);
    try {
      return (await call("draft.get", { id: view.id })).check.problems.length;
    } catch {
      return Math.max(1, problems.length);
    }
  };
  const review = async () => {
    setReviewed(true);
    setLeaving(true);
    const found = await remaining();
    setLeaving(false);
    if (found === 0) {
      go(path("drafts", view.id, "review"));
      return;
    }
    announce(t("invoices.editor.problems", { count: found }));
    requestAnimationFrame(() => focusFirst(form.current));
  };
  const leave = async () => {
    setLeaving(true);
    const isKept = await saver.flush();
    setLeaving(false);
    blank.forget();
    if (isKept && editor.saveState.kind !== "unread") go("/invoices?view=drafts");
  };
  const discard = async () => {
    await saver.flush();
    saver.stop();
    blank.forget();
    try {
      await call(
        "draft.discard",
        { id: view.id, expectedVersion: saver.version() },
        newRequestId(),
      );
    } catch {
      notify({ tone: "problem", text: t("invoices.editor.discardFailed") });
      onReload();
      return;
    }
    await invalidateTags(client, commandTags["draft.discard"].tags);
    go("/invoices?view=drafts", { replace: true });
    notify({ text: t("invoices.editor.discarded"), undo: restore });
  };
  const restore = async () => {
    try {
      await call("draft.restore", { id: view.id }, newRequestId());
    } catch {
      notify({ tone: "problem", text: t("invoices.editor.restoreFailed") });
      return;
    }
    await invalidateTags(client, commandTags["draft.restore"].tags);
    go(path("drafts", view.id));
  };
  useCommandKey("enter", () => void review());

  return (
    <Problems
      value={{
        problems,
        touched,
        isReviewed,
        touch: (key) =>
          setTouched((before) => (before.has(key) ? before : new Set(before).add(key))),
      }}
    >
      <PageHeader
        title={t("invoices.editor.title")}
        status={<SaveChip state={editor.saveState} />}
        actions={
          <>
            <Button kind="quiet" onPress={() => void discard()}>
              {t("invoices.editor.discard")}
            </Button>
            <Button onPress={() => void leave()}>{t("invoices.editor.later")}</Button>
            <Button kind="primary" isPending={isLeaving} onPress={() => void review()}>
              {t("invoices.editor.review")}
            </Button>
          </>
        }
      />
      <div className={css.columns}>
        <div className={css.form} ref={form}>
          <SaveTrouble editor={editor} onReload={onReload} />
          {isReviewed && (
            <OutsideNotice problems={outsideProblems(problems)} client={editor.entry.client} />
          )}
          <EditorForm editor={editor} />
        </div>
        <div className={css.paper}>
          {editor.pageError !== null && <ErrorNotice error={editor.pageError} />}
          <PdfView bytes={editor.page} name={t("invoices.editor.page")} />
        </div>
      </div>
    </Problems>
  );
}

function focusFirst(form: HTMLElement | null): void {
  form
    ?.querySelector<HTMLElement>(
      "[data-entry-problem], [aria-invalid=true]:not([role=group]), [data-invalid] :is(input, textarea, button), [role=alert] a",
    )
    ?.focus();
}

type ChipState = Editor["saveState"];

function SaveChip({ state }: { state: ChipState }) {
  switch (state.kind) {
    case "saved":
      return <Chip icon={CircleCheck}>{t("invoices.save.saved")}</Chip>;
    case "waiting":
    case "saving":
      return <Chip icon={Pencil}>{t("invoices.save.saving")}</Chip>;
    case "unread":
    case "refused":
      return (
        <Chip icon={CircleDashed} tone="warn">
          {t("invoices.save.refused")}
        </Chip>
      );
    case "conflict":
    case "failed":
      return (
        <Chip icon={CircleAlert} tone="hot">
          {t("invoices.save.failed")}
        </Chip>
      );
  }
}

/** Why it is not saved, and what can be done about it. */
function SaveTrouble({ editor, onReload }: { editor: Editor; onReload: () => void }) {
  const { saveState, saver } = editor;
  if (saveState.kind === "failed") {
    return (
      <div className={css.trouble}>
        <ErrorNotice error={saveState.error} onRetry={() => void saver.flush()} />
      </div>
    );
  }
  if (saveState.kind !== "conflict") return null;
  return (
    <div className={css.conflict} role="alert">
      <b>{t("invoices.conflict.title")}</b>
      <p>{t("invoices.conflict.text")}</p>
      <div className={css.split}>
        <Button
          onPress={() => {
            saver.stop();
            onReload();
          }}
        >
          {t("invoices.conflict.theirs")}
        </Button>
        <Button onPress={() => void saver.overwrite()}>{t("invoices.conflict.mine")}</Button>
      </div>
    </div>
  );
}

/** A new draft that nothing was written into goes away with its page. */
function useBlankDraft(view: DraftView, editor: Editor): { forget: () => void } {
  const { entry, saver } = editor;
  const client = useQueryClient();
  const isNew = new URLSearchParams(useLocation().searchStr).has("new");
  const isBlank = useRef(false);
  const isForgotten = useRef(false);
  useEffect(() => {
    const isEmpty = entry.client === null && entry.job === null && entry.lines.length === 0;
    const hasWords = entry.note !== view.draft.note || entry.purchaseOrder !== "";
    isBlank.current = isNew && view.version === saver.version() && isEmpty && !hasWords;
  });
  useEffect(
    () => () => {
      if (!isBlank.current || isForgotten.current) return;
      saver.stop();
      const request = { id: view.id, expectedVersion: view.version };
      // A draft that cannot be discarded just stays in the list.
      void call("draft.discard", request, newRequestId()).then(
        () => invalidateTags(client, commandTags["draft.discard"].tags),
        () => undefined,
      );
    },
    [client, saver, view],
  );
  return {
    forget: () => {
      isForgotten.current = true;
    },
  };
}
