import { Check, Sun } from "lucide-react";
import { createElement, lazy, useRef, useState, Suspense } from "react";
import { path, useGo, useListKeys } from "@/app";
import { Button, Card, Chip, EmptyState, notify, Section } from "@/components";
import { names } from "@/components/names";
import { addDays, type CivilDate } from "@/lib/clock";
import { count, dateNear } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DueReply, StepKind, TodayCard } from "@/lib/ipc/bindings.gen";
import { errorWords } from "@/lib/ipc/errors";
import { IpcError } from "@/lib/ipc/error";
import { useMutationCommand } from "@/lib/ipc/hooks";
import { isByHand } from "@/parts/steps";
import css from "./Today.module.css";
import { factsOf, iconOf, mainWay, titleOf } from "./words";

// Today is what every start loads, so what only a button opens is fetched when it is pressed.
const StepByHandDialog = lazy(async () => ({
  default: (await import("@/parts/StepByHandDialog")).StepByHandDialog,
}));

const SNOOZE_DAYS = 3;

interface ToDoProps {
  cards: readonly TodayCard[];
  today: CivilDate;
}

/** What to do now: the chosen card is open, the others are one line. J and K choose, Enter acts. */
export function ToDo({ cards, today }: ToDoProps) {
  const go = useGo();
  const [chosenKey, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const chosen = Math.max(
    0,
    cards.findIndex(({ key }) => key === chosenKey),
  );
  const move = (by: number) => {
    const here = list.current?.contains(document.activeElement) === true;
    const next = here ? Math.min(cards.length - 1, Math.max(0, chosen + by)) : chosen;
    const card = cards[next];
    if (card === undefined) return;
    setChosen(card.key);
    list.current?.querySelectorAll<HTMLElement>(":scope > li")[next]?.focus();
  };
  useListKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <Section title={t("today.todo")} aside={cards.length > 0 ? count(cards.length) : undefined}>
      <Card>
        {cards.length === 0 ? (
          <EmptyState icon={Sun} title={t("today.todo.none")} text={t("today.todo.noneText")} />
        ) : (
          <ol ref={list} className={css.cards} aria-label={t("today.todo")}>
            {cards.map((card, place) => (
              <ToDoCard
                key={card.key}
                card={card}
                today={today}
                isOpen={place === chosen}
                onChoose={() => setChosen(card.key)}
                onKey={(key) => {
                  const way = mainWay(card);
                  if (key === "ArrowDown") move(1);
                  else if (key === "ArrowUp") move(-1);
                  else if (key === "Enter" && way !== null) go(way.to);
                  else return false;
                  return true;
                }}
              />
            ))}
          </ol>
        )}
      </Card>
    </Section>
  );
}

interface ToDoCardProps {
  card: TodayCard;
  today: CivilDate;
  isOpen: boolean;
  onChoose: () => void;
  /** A key pressed on the card itself; whether it meant something. */
  onKey: (key: string) => boolean;
}

function ToDoCard({ card, today, isOpen, onChoose, onKey }: ToDoCardProps) {
  const title = titleOf(card);
  const hasMore =
    isOpen && (card.excerpt !== "" || card.kind === "due_question" || card.kind === "step");
  return (
    <li
      className={names(css.card, isOpen && css.open)}
      data-kind={card.kind}
      tabIndex={-1}
      aria-label={title}
      aria-current={isOpen ? "true" : undefined}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && onKey(event.key)) event.preventDefault();
      }}
    >
      <span className={css.disc}>
        {createElement(iconOf(card), { className: "icon", "aria-hidden": true })}
      </span>
      <div className={css.words}>
        <b title={title}>{title}</b>
        <p className="num">{factsOf(card, today).join(" · ")}</p>
      </div>
      <div className={css.end}>
        {isOpen && card.excerpt !== "" && (
          <Chip tone="hot" icon={Check}>
            {t("today.prepared")}
          </Chip>
        )}
        {!hasMore && <MainAct card={card} isMain={false} />}
      </div>
      {hasMore && (
        <div className={css.more} data-plain={card.excerpt === "" ? "" : undefined}>
          {card.excerpt !== "" && (
            <blockquote className={css.excerpt}>
              <p>{closeUp(card.excerpt)}</p>
            </blockquote>
          )}
          <div className={css.acts}>
            <MainAct card={card} isMain />
            <OtherActs card={card} today={today} />
          </div>
        </div>
      )}
    </li>
  );
}

/** Without the empty lines of a letter: a card shows how it begins, the review shows all. */
function closeUp(text: string): string {
  return text.trim().replaceAll(/\n\s*\n/g, "\n");
}

function MainAct({ card, isMain }: { card: TodayCard; isMain: boolean }) {
  const go = useGo();
  const way = mainWay(card);
  if (way === null) return null;
  return (
    <Button kind={isMain ? "primary" : "secondary"} wide={isMain} onPress={() => go(way.to)}>
      {way.label}
    </Button>
  );
}

function OtherActs({ card, today }: { card: TodayCard; today: CivilDate }) {
  const go = useGo();
  const { caseId } = card;
  if (card.kind === "due_question") return <DueAnswers card={card} />;
  if (card.kind !== "step") return null;
  return (
    <>
      {card.step !== null && isByHand(card.step) && <MarkDone card={card} kind={card.step} />}
      {caseId !== null && (
        <>
          {mainWay(card)?.to !== path("cases", caseId) && (
            <Button wide onPress={() => go(path("cases", caseId))}>
              {t("today.act.openCase")}
            </Button>
          )}
          <Snooze caseId={caseId} client={card.clientName} today={today} />
        </>
      )}
    </>
  );
}

/** A step that the owner does by hand and then says so. */
function MarkDone({ card, kind }: { card: TodayCard; kind: StepKind }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button wide onPress={() => setOpen(true)}>
        {t("today.act.markDone")}
      </Button>
      {isOpen && (
        <Suspense>
          <StepByHandDialog
            receivables={card.receivables}
            kind={kind}
            clientName={card.clientName}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The answers that are not a payment: it stays open, or it can wait until tomorrow. */
function DueAnswers({ card }: { card: TodayCard }) {
  const go = useGo();
  const answer = useMutationCommand("due.answer");
  const { caseId } = card;
  const reply = async (word: DueReply) => {
    try {
      await answer.run({ receivables: card.receivables, answer: word });
      notify({
        tone: "good",
        text: t(word === "no" ? "today.answered.no" : "today.answered.later", {
          client: card.clientName,
        }),
        ...(word === "no" && caseId !== null
          ? { actLabel: t("today.act.openCase"), undo: () => go(path("cases", caseId)) }
          : {}),
      });
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <>
      <Button wide isDisabled={answer.isPending} onPress={() => void reply("no")}>
        {t("today.act.notPaid")}
      </Button>
      <Button kind="quiet" wide isDisabled={answer.isPending} onPress={() => void reply("later")}>
        {t("today.act.later")}
      </Button>
    </>
  );
}

function Snooze({ caseId, client, today }: { caseId: string; client: string; today: CivilDate }) {
  const snooze = useMutationCommand("case.snooze");
  const until = addDays(today, SNOOZE_DAYS);
  const act = async () => {
    if (until === null) return;
    try {
      await snooze.run({ case: caseId, until });
      notify({
        text: t("today.snoozed", { client, date: dateNear(until, today) }),
        undo: () => snooze.run({ case: caseId, until: today }).catch(tellProblem),
      });
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Button kind="quiet" wide isPending={snooze.isPending} onPress={() => void act()}>
      {t("today.act.snooze")}
    </Button>
  );
}

function tellProblem(error: unknown): void {
  const words = errorWords(IpcError.from(error).code);
  notify({ tone: "problem", text: `${t(words.title)}. ${t(words.next)}` });
}
