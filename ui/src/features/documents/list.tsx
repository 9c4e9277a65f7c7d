import { useParams } from "@tanstack/react-router";
import { Folder } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { path, useGo, useListKeys, useToday } from "@/app";
import {
  Button,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Select,
  Skeleton,
  type Sort,
  WithPeek,
} from "@/components";
import type { CivilDate } from "@/lib/clock";
import { dateNear, fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DocumentKind, DocumentRow, DocumentSort } from "@/lib/ipc/bindings.gen";
import { usePagedCommand } from "@/lib/ipc/paged";
import { ChosenBar } from "@/parts/ChosenBar";
import { ClientPicker } from "@/parts/ClientPicker";
import { FilterBox, focusFilter } from "@/parts/FilterBox";
import { Truncated } from "@/parts/Truncated";
import { useTyped } from "@/parts/useTyped";
import paperPage from "@/parts/PaperPage.module.css";
import css from "./Documents.module.css";
import { Excerpt } from "./excerpt";
import { DocumentPeek } from "./peek";
import { type LetterPost, letterPosts, PostDialog } from "./post";
import { DocumentState } from "./state";

const ALL = "all";
const beside: ReadonlySet<string> = new Set(["made", "title", "client"]);
const found: ReadonlySet<string> = new Set(["made", "title", "client", "state"]);
const kinds: readonly DocumentKind[] = [
  "invoice",
  "friendly_reminder",
  "second_notice",
  "last_reminder",
  "formal_demand",
  "final_notice",
  "statement",
  "receipt",
  "envelope",
  "labels",
  "posting_list",
  "calibration",
];

interface Filter {
  search: string;
  kind: DocumentKind | null;
  client: string | null;
  madeFrom: CivilDate | null;
  madeUntil: CivilDate | null;
}

const nothing: Filter = { search: "", kind: null, client: null, madeFrom: null, madeUntil: null };

export function DocumentsPage() {
  const { id } = useParams({ strict: false });
  return <Documents key={id} linked={id ?? null} />;
}

/** `linked` is the paper that a link asked for. */
function Documents({ linked }: { linked: string | null }) {
  const today = useToday();
  const [filter, setFilter] = useState<Filter>(nothing);
  const [peeked, setPeeked] = useState<string | null>(linked);
  const search = useTyped(filter.search);
  // Until the owner sorts: the best match first, and without words the newest.
  const [sort, setSort] = useState<Sort | null>(null);
  const page = usePagedCommand("documents.list", {
    ...filter,
    search,
    sort: (sort?.id ?? "best") as DocumentSort,
    descending: sort?.descending ?? true,
  });
  const go = useGo();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [posting, setPosting] = useState<LetterPost | null>(null);
  const chosen = page.rows.filter((row) => ticked.has(row.id));
  const isFound = page.rows.some((row) => row.excerpt.length > 0);
  const columns = useColumns(today, peeked !== null, isFound);
  const shown = page.rows.find((row) => row.id === peeked) ?? null;
  useListKeys({ "/": focusFilter });

  // A paper that was linked to may stand far down the list: go on until it is there.
  const isWanted = linked !== null && peeked === linked && shown === null;
  const { more } = page;
  useEffect(() => {
    if (isWanted) more();
  }, [isWanted, more]);

  const isFiltered =
    search !== "" ||
    filter.kind !== null ||
    filter.client !== null ||
    filter.madeFrom !== null ||
    filter.madeUntil !== null;
  const isEmpty = !page.isPending && page.total === 0 && !isFiltered;
  const counted = isFiltered ? "documents.list.found" : "documents.list.count";
  return (
    <>
      <PageHeader
        title={t("documents.title")}
        status={
          !page.isPending && <span className={css.count}>{t(counted, { count: page.total })}</span>
        }
        toolbar={
          isEmpty ? undefined : <Filters filter={filter} onFilter={setFilter} today={today} />
        }
      />
      {chosen.length > 0 && (
        <ChosenBar
          label={t("documents.post.bar")}
          count={t("documents.post.chosen", { count: chosen.length })}
          onClear={() => setTicked(new Set())}
        >
          {letterPosts.map((kind) => (
            <Button key={kind} onPress={() => setPosting(kind)}>
              {t(`documents.post.${kind}`)}
            </Button>
          ))}
        </ChosenBar>
      )}
      {posting !== null && (
        <PostDialog kind={posting} rows={chosen} onClose={() => setPosting(null)} />
      )}
      {page.first !== undefined && page.first.unread > 0 && (
        <p className={css.unread} role="status">
          {t("documents.list.unread", { count: page.first.unread })}
        </p>
      )}
      {page.error !== null && (
        <div className={paperPage.notice}>
          <ErrorNotice error={page.error} onRetry={page.retry} />
        </div>
      )}
      {page.isPending && <Skeleton lines={8} />}
      {!page.isPending && page.error === null && (
        <WithPeek
          peek={
            peeked !== null && (
              <DocumentPeek id={peeked} row={shown} onClose={() => setPeeked(null)} />
            )
          }
        >
          <DataTable
            label={t("documents.list.label")}
            rows={page.rows}
            columns={columns}
            rowId={(row) => row.id}
            rowLabel={(row) => row.title}
            onPeek={(row) => setPeeked(row.id)}
            onOpen={(row) => go(path("documents", row.id, "view"))}
            sort={sort}
            onSort={setSort}
            selectedId={peeked}
            ticked={ticked}
            onTick={setTicked}
            onEnd={page.more}
            empty={<Nothing isEmpty={isEmpty} onClear={() => setFilter(nothing)} />}
          />
        </WithPeek>
      )}
    </>
  );
}

function Nothing({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) {
  return isEmpty ? (
    <EmptyState
      icon={Folder}
      title={t("documents.list.empty.title")}
      text={t("documents.list.empty.text")}
    />
  ) : (
    <EmptyState
      icon={Folder}
      title={t("documents.list.none.title")}
      text={t("documents.list.none.text")}
      action={<Button onPress={onClear}>{t("documents.list.clear")}</Button>}
    />
  );
}

interface FiltersProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  today: CivilDate;
}

function Filters({ filter, onFilter, today }: FiltersProps) {
  return (
    <>
      <FilterBox
        label={t("documents.list.search")}
        placeholder={t("documents.list.placeholder")}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
      />
      <div className={css.filter}>
        <Select
          label={t("documents.list.kindFilter")}
          hideLabel
          value={filter.kind ?? ALL}
          onChange={(kind) =>
            onFilter({ ...filter, kind: kind === ALL ? null : (kind as DocumentKind) })
          }
          choices={[
            { id: ALL, label: t("documents.list.kindAll") },
            ...kinds.map((id) => ({ id, label: t(`parts.document.${id}`) })),
          ]}
        />
      </div>
      <div className={css.filter}>
        <ClientPicker
          label={t("documents.list.clientFilter")}
          hideLabel
          placeholder={t("documents.list.clientPlaceholder")}
          value={filter.client}
          onChange={(client) => onFilter({ ...filter, client })}
        />
      </div>
      <div className={css.days}>
        <DateField
          label={t("documents.list.madeFrom")}
          hideLabel
          value={filter.madeFrom}
          onChange={(madeFrom) => onFilter({ ...filter, madeFrom })}
          max={filter.madeUntil ?? today}
          today={today}
        />
        <span aria-hidden>–</span>
        <DateField
          label={t("documents.list.madeUntil")}
          hideLabel
          value={filter.madeUntil}
          onChange={(madeUntil) => onFilter({ ...filter, madeUntil })}
          {...(filter.madeFrom === null ? {} : { min: filter.madeFrom })}
          today={today}
        />
      </div>
    </>
  );
}

/** Beside a peek there is room for little; where words were found, they get the room of the kind and the size. */
function useColumns(today: CivilDate, isPeeking: boolean, isFound: boolean): Column<DocumentRow>[] {
  return useMemo(() => {
    const all: Column<DocumentRow>[] = [
      {
        id: "made",
        header: t("documents.list.made"),
        width: "5.5rem",
        cell: (row) => dateNear(row.madeOn, today),
        sort: (row) => row.madeAt,
      },
      {
        id: "title",
        header: t("documents.list.paper"),
        width: "minmax(8rem, 2.4fr)",
        cell: (row) => (
          <div className={css.paper}>
            <b className={css.name}>
              <Truncated>{row.title}</Truncated>
            </b>
            <Excerpt parts={row.excerpt} />
          </div>
        ),
        sort: (row) => row.title,
      },
      {
        id: "kind",
        header: t("documents.list.kind"),
        width: "8.75rem",
        cell: (row) => <Truncated>{t(`parts.document.${row.kind}`)}</Truncated>,
        sort: (row) => row.kind,
      },
      {
        id: "client",
        header: t("documents.list.client"),
        width: "minmax(6rem, 1.4fr)",
        cell: (row) => <Truncated>{row.clientName}</Truncated>,
        sort: (row) => row.clientName,
      },
      {
        id: "state",
        header: t("documents.list.state"),
        width: "11.5rem",
        cell: (row) => <DocumentState row={row} />,
      },
      {
        id: "size",
        header: t("documents.list.size"),
        width: "4rem",
        align: "end",
        wideOnly: true,
        cell: (row) => <span className={css.quiet}>{fileSize(row.size)}</span>,
        sort: (row) => row.size,
      },
    ];
    const left = isPeeking ? beside : isFound ? found : null;
    return left === null ? all : all.filter(({ id }) => left.has(id));
  }, [isFound, isPeeking, today]);
}
