import { ArrowRight, Search } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { Kbd } from "@/components";
import { t } from "@/lib/i18n";
import { useGo } from "../navigation";
import { places } from "../places";
import css from "./Palette.module.css";
import { type PaletteAct, paletteSearch, useRegisteredActs } from "./registry";

const SEARCH_AFTER = 120;

function fits(act: PaletteAct, text: string): boolean {
  const hay = `${act.label} ${act.note ?? ""} ${act.words ?? ""}`.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function useFound(text: string): { found: readonly PaletteAct[]; isSearching: boolean } {
  const [state, setState] = useState<{ text: string; found: readonly PaletteAct[] }>({
    text: "",
    found: [],
  });
  useEffect(() => {
    const search = paletteSearch();
    if (search === null || text === "") return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      search(text).then(
        (found) => !isOld && setState({ text, found }),
        () => !isOld && setState({ text, found: [] }),
      );
    }, SEARCH_AFTER);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text]);
  const isSearching = paletteSearch() !== null && text !== "" && state.text !== text;
  return { found: text === "" ? [] : state.found, isSearching };
}

interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Go to, find, act. Opened by Ctrl+K from everywhere. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  return (
    <ModalOverlay
      className={css.overlay ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={css.modal ?? ""}>
        <Dialog aria-label={t("palette.title")} className={css.dialog ?? ""}>
          <PaletteBody onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const go = useGo();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const registered = useRegisteredActs();
  const { found, isSearching } = useFound(text);
  const groups = useMemo(() => {
    const goTo = places.map((place): PaletteAct => ({
      id: `go ${place.id}`,
      label: t(place.label),
      icon: place.icon,
      onAct: () => go(place.path),
    }));
    return [
      {
        id: "actions",
        title: t("palette.actions"),
        acts: registered.filter((act) => fits(act, text)),
      },
      { id: "goTo", title: t("palette.goTo"), acts: goTo.filter((act) => fits(act, text)) },
      { id: "found", title: t("palette.found"), acts: found },
    ].filter((group) => group.acts.length > 0);
  }, [found, go, registered, text]);

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t("palette.title")} autoFocus className={css.field ?? ""}>
        <Search className="icon" aria-hidden />
        <Input placeholder={t("palette.placeholder")} className={css.input ?? ""} />
      </SearchField>
      <Menu
        aria-label={t("palette.title")}
        className={css.list ?? ""}
        items={groups}
        dependencies={[groups]}
        renderEmptyState={() => (
          <p className={css.empty} role="status">
            {isSearching ? t("palette.searching") : t("palette.empty")}
          </p>
        )}
      >
        {(group) => (
          <MenuSection id={group.id}>
            <Header className={css.group ?? ""}>{group.title}</Header>
            <Collection items={group.acts}>
              {({ id, label, note, icon: Icon = ArrowRight, hint, onAct }) => (
                <MenuItem
                  id={id}
                  textValue={label}
                  className={css.act ?? ""}
                  onAction={() => {
                    onClose();
                    onAct();
                  }}
                >
                  <Icon className="icon" aria-hidden />
                  <span className={css.words}>
                    <span className={css.label}>{label}</span>
                    {note !== undefined && <span className={css.note}>{note}</span>}
                  </span>
                  {hint !== undefined && <Kbd>{hint}</Kbd>}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
      <p className={css.hint}>{t("palette.hint")}</p>
    </Autocomplete>
  );
}
