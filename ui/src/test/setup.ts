import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => cleanup());

// A page is loaded when it is first shown; a busy machine may take longer than a second for it.
configure({ asyncUtilTimeout: 5000 });
