import { useParams } from "@tanstack/react-router";
import { FileCheck } from "lucide-react";
import { useState } from "react";
import { path, useGo, useToday } from "@/app";
import { Button, DateField, ErrorNotice, PageHeader, Skeleton, TextField } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, LetterKind, LetterReview } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { isLetterKind } from "@/parts/steps";
import { Asked, Enclosures } from "./asked";
import { Checklist } from "./checklist";
import css from "./Letters.module.css";
import { LetterSheets } from "./sheets";

function kindOf(text: string | undefined): LetterKind {
  return isLetterKind(text) ? text : "friendly_reminder";
}

/** Exactly what would be made, before it is made. */
export function LetterReviewPage() {
  const { id = "", kind: kindText } = useParams({ strict: false });
  const kind = kindOf(kindText);
  const [deadlineOn, setDeadlineOn] = useState<CivilDate | null>(null);
  const [court, setCourt] = useState<string | null>(null);
  const theCase = useQueryCommand("case.get", { id });
  const review = useQueryCommand(
    "letter.review",
    { case: id, kind, deadlineOn, court },
    { keepPrevious: true },
  );
  const error = theCase.error ?? review.error;
  if (theCase.data === undefined || review.data === undefined) {
    if (error === null) return <Skeleton lines={8} />;
    return (
      <>
        <PageHeader title={t(`letters.title.${kind}`)} actions={<Back id={id} />} />
        <div className={css.notice}>
          <ErrorNotice error={error} onRetry={() => void review.refetch()} />
        </div>
      </>
    );
  }
  return (
    <Review
      key={`${id} ${kind}`}
      view={theCase.data}
      kind={kind}
      review={review.data}
      isFresh={!review.isPlaceholderData && !review.isFetching && !review.isError}
      chosen={deadlineOn}
      onDeadline={setDeadlineOn}
      court={court}
      onCourt={setCourt}
    />
  );
}

function Back({ id }: { id: string }) {
  const go = useGo();
  return (
    <Button kind="quiet" onPress={() => go(path("cases", id))}>
      {t("letters.back")}
    </Button>
  );
}

interface ReviewProps {
  view: CaseView;
  kind: LetterKind;
  review: LetterReview;
  /** The review is of the deadline that is shown. */
  isFresh: boolean;
  chosen: CivilDate | null;
  onDeadline: (deadlineOn: CivilDate | null) => void;
  /** Named by a final notice only. */
  court: string | null;
  onCourt: (court: string) => void;
}

function Review(props: ReviewProps) {
  const { view, kind, review, isFresh, chosen, onDeadline, court, onCourt } = props;
  const preview = useBytesCommand(
    "letter.preview",
    { case: view.id, kind, deadlineOn: chosen, court },
    { keepPrevious: true },
  );
  const name = t("letters.paper.name", {
    kind: t(`letters.title.${kind}`),
    client: view.clientName,
  });
  return (
    <>
      <PageHeader
        title={t(`letters.title.${kind}`)}
        subtitle={t("letters.subtitle", { client: view.clientName })}
        actions={<Back id={view.id} />}
      />
      <div className={css.columns}>
        <LetterSheets
          name={name}
          bytes={preview.data}
          error={preview.error}
          onRetry={() => void preview.refetch()}
          subject={review.subject}
          text={review.text}
          to={review.to}
        />
        <aside className={css.side} aria-label={t("letters.side.label")}>
          {review.deadlineOn !== null && (
            <Deadline review={review} chosen={chosen} onDeadline={onDeadline} />
          )}
          {kind === "final_notice" && (
            <TextField
              label={t("letters.court.label")}
              description={t("letters.court.note")}
              name="court"
              value={court ?? ""}
              onChange={onCourt}
              isRequired
            />
          )}
          <Asked review={review} />
          <Enclosures names={review.enclosures} />
          <Checklist view={view} review={review} />
          <Make view={view} kind={kind} court={court} review={review} isFresh={isFresh} />
        </aside>
      </div>
    </>
  );
}

interface DeadlineProps {
  review: LetterReview;
  chosen: CivilDate | null;
  onDeadline: (deadlineOn: CivilDate | null) => void;
}

/** A day too early stays in the field and is refused there; the paper keeps the last possible one. */
function Deadline({ review, chosen, onDeadline }: DeadlineProps) {
  const today = useToday();
  const [typed, setTyped] = useState<CivilDate | null>(null);
  const earliest = review.earliestDeadlineOn;
  const shown = typed ?? chosen ?? review.deadlineOn;
  const isEarly = earliest !== null && shown !== null && shown < earliest;
  const words = earliest === null ? "" : date(earliest, "long");
  return (
    <DateField
      label={t("letters.deadline.label")}
      value={shown}
      onChange={(next) => {
        if (next === null) return;
        setTyped(next);
        if (earliest === null || next >= earliest) onDeadline(next);
      }}
      {...(earliest === null ? {} : { min: earliest })}
      today={today}
      isRequired
      description={earliest === null ? undefined : t("letters.deadline.note", { date: words })}
      error={isEarly ? t("letters.deadline.early", { date: words }) : null}
    />
  );
}

interface MakeProps {
  view: CaseView;
  kind: LetterKind;
  court: string | null;
  review: LetterReview;
  isFresh: boolean;
}

function Make({ view, kind, court, review, isFresh }: MakeProps) {
  const go = useGo();
  const make = useMutationCommand("letter.make");
  const { reviewToken } = review;
  const makeIt = async () => {
    if (reviewToken === null) return;
    try {
      const made = await make.run({
        case: view.id,
        kind,
        deadlineOn: review.deadlineOn,
        court,
        reviewToken,
      });
      go(path("cases", view.id, "made", made.document), { replace: true });
    } catch {
      // Shown above the button through make.error; the review is asked again by its tags.
    }
  };
  return (
    <div className={css.make}>
      {make.error && <ErrorNotice error={make.error} />}
      <Button
        kind={reviewToken === null ? "secondary" : "primary"}
        icon={FileCheck}
        wide
        isPending={make.isPending}
        isDisabled={reviewToken === null || !isFresh}
        onPress={() => void makeIt()}
      >
        {t("letters.make")}
      </Button>
      <p className={css.hint}>
        {t(reviewToken === null ? "letters.make.blocked" : "letters.make.note")}
      </p>
    </div>
  );
}
