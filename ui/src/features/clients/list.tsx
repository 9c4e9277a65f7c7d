import { FileStack, Plus, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { useListKeys } from "@/app/keys";
import { path, useGo } from "@/app/navigation";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Skeleton,
} from "@/components";
import { t } from "@/lib/i18n";
import type { ClientRow } from "@/lib/ipc/bindings.gen";
import { usePagedCommand } from "@/lib/ipc/paged";
import { FilterBox, focusFilter } from "@/parts/FilterBox";
import { ClientKindChip } from "@/parts/records/chips";
import { MoneyList } from "@/parts/records/MoneyList";
import { Truncated } from "@/parts/Truncated";
import { useTyped } from "@/parts/useTyped";
import css from "./Clients.module.css";

export function ClientsPage() {
  const go = useGo();
  const [search, setSearch] = useState("");
  const wanted = useTyped(search);
  const page = usePagedCommand("clients.list", { search: wanted });
  const make = () => go("/clients/new");
  useListKeys({ n: make, "/": focusFilter });
  const columns = useColumns();
  const isEmpty = !page.isPending && page.total === 0 && wanted === "";
  return (
    <>
      <PageHeader
        title={t("clients.title")}
        status={<span className={css.count}>{countWords(page.isPending, page.total, wanted)}</span>}
        actions={
          <>
            {!isEmpty && (
              <Button kind="quiet" icon={FileStack} onPress={() => go("/statements")}>
                {t("clients.list.statements")}
              </Button>
            )}
            <Button icon={Plus} onPress={make}>
              {t("clients.new")}
            </Button>
          </>
        }
        toolbar={
          isEmpty ? undefined : (
            <FilterBox
              label={t("clients.list.search")}
              placeholder={t("clients.list.placeholder")}
              value={search}
              onChange={setSearch}
            />
          )
        }
      />
      {page.error !== null && (
        <div className={css.notice}>
          <ErrorNotice error={page.error} onRetry={page.retry} />
        </div>
      )}
      {page.isPending && <Skeleton lines={8} />}
      {!page.isPending && page.error === null && (
        <DataTable
          label={t("clients.list.label")}
          rows={page.rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          onOpen={(row) => go(path("clients", row.id))}
          onEnd={page.more}
          empty={
            isEmpty ? (
              <EmptyState
                icon={Users}
                title={t("clients.list.empty.title")}
                text={t("clients.list.empty.text")}
                action={
                  <Button kind="primary" icon={Plus} onPress={make}>
                    {t("clients.new")}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={Users}
                title={t("clients.list.none.title")}
                text={t("clients.list.none.text")}
                action={<Button onPress={() => setSearch("")}>{t("clients.list.clear")}</Button>}
              />
            )
          }
        />
      )}
    </>
  );
}

function countWords(isPending: boolean, total: number, search: string): string {
  if (isPending) return "";
  return search === ""
    ? t("clients.list.count", { count: total })
    : t("clients.list.found", { count: total });
}

function useColumns(): Column<ClientRow>[] {
  return useMemo(
    () => [
      {
        id: "name",
        header: t("clients.list.name"),
        width: "minmax(9rem, 2fr)",
        cell: (row) => (
          <b className={css.name}>
            <Truncated>{row.name}</Truncated>
          </b>
        ),
      },
      {
        id: "kind",
        header: t("clients.list.kind"),
        width: "8rem",
        cell: (row) => <ClientKindChip kind={row.kind} />,
      },
      {
        id: "city",
        header: t("clients.list.city"),
        width: "minmax(5rem, 1fr)",
        cell: (row) => <Truncated>{row.city}</Truncated>,
      },
      {
        id: "email",
        header: t("clients.list.email"),
        width: "minmax(6rem, 1.4fr)",
        wideOnly: true,
        cell: (row) => <Truncated>{row.email}</Truncated>,
      },
      {
        id: "open",
        header: t("clients.list.open"),
        width: "6.75rem",
        align: "end",
        cell: (row) => <MoneyList amounts={row.open} empty="–" />,
      },
      {
        id: "overdue",
        header: t("clients.list.overdue"),
        width: "6.75rem",
        align: "end",
        cell: (row) => <MoneyList amounts={row.overdue} empty="–" hot />,
      },
    ],
    [],
  );
}
