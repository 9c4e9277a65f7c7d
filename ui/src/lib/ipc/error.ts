import type { ApiError, ErrorCode, FieldProblem } from "./bindings.gen";

/** `unreachable` is the window's own: the program did not answer at all. */
export type AnyErrorCode = ErrorCode | "unreachable";

/** What a command answers when it refuses. The message is for logs; words come from the code. */
export class IpcError extends Error {
  override readonly name = "IpcError";
  readonly code: AnyErrorCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: AnyErrorCode, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  /** Makes an error of whatever was thrown on the other side. */
  static from(thrown: unknown): IpcError {
    if (thrown instanceof IpcError) return thrown;
    if (isApiError(thrown)) return new IpcError(thrown.code, thrown.message, thrown.fields);
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    return new IpcError("unreachable", words);
  }
}

function isApiError(thrown: unknown): thrown is ApiError {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "code" in thrown &&
    typeof thrown.code === "string" &&
    "fields" in thrown &&
    Array.isArray(thrown.fields)
  );
}
