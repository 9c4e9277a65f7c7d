import { cases } from "./messages/en/cases";
import { clients } from "./messages/en/clients";
import { common } from "./messages/en/common";
import { debts } from "./messages/en/debts";
import { documents } from "./messages/en/documents";
import { errors } from "./messages/en/errors";
import { firstRun } from "./messages/en/firstRun";
import { invoices } from "./messages/en/invoices";
import { jobs } from "./messages/en/jobs";
import { letters } from "./messages/en/letters";
import { log } from "./messages/en/log";
import { records } from "./messages/en/records";
import { palette } from "./messages/en/palette";
import { parts } from "./messages/en/parts";
import { payments } from "./messages/en/payments";
import { settings } from "./messages/en/settings";
import { statements } from "./messages/en/statements";
import { studio } from "./messages/en/studio";
import { today } from "./messages/en/today";

export const en = {
  cases,
  clients,
  common,
  debts,
  documents,
  errors,
  firstRun,
  invoices,
  jobs,
  letters,
  log,
  records,
  palette,
  parts,
  payments,
  settings,
  statements,
  studio,
  today,
} as const;
