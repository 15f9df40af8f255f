import type { Browser } from "playwright-core";

type Kind = {
  /** What Chromium is told besides what every start needs. */
  readonly args: readonly string[];
  /** Chromium's own sandbox. It cannot start for root. */
  readonly sandbox: boolean;
  /** Milliseconds that an idle browser is kept for the next use. */
  readonly keptFor: number;
};

/** Milliseconds that starting the browser may take. */
const patience = 30_000;

const everyStart = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--no-first-run",
];

/** For pages of our own, which hold no script: offline, and without the sandbox, for containers run as root. */
export const forOwnPages: Kind = { args: [], sandbox: false, keptFor: 60_000 };

/** For pages of strangers: in the sandbox, and without a network of their own. */
export const forStrangersPages: Kind = {
  args: [
    // Whatever is not answered by a route finds no name and no way out, loopback included.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
  ],
  sandbox: true,
  keptFor: 30_000,
};

/** Whether Chromium's sandbox can start: it refuses to for root. Strangers' scripts are never run without it. */
export function sandboxCanStart(): boolean {
  return process.getuid?.() !== 0;
}

export type IdleBrowser = {
  /** Runs one use after the other. A use that rejects ends the browser, and the next one starts another. */
  use<Value>(run: (browser: Browser) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
};

/** A browser in a process of its own, started when it is needed and ended when it has been idle for a while. */
export function idleBrowser(executablePath: string, { args, sandbox, keptFor }: Kind): IdleBrowser {
  let browser: Promise<Browser> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | null = null;

  /** The driver is half a second of loading that a start without a browser has no use for. */
  async function launch(): Promise<Browser> {
    const { chromium } = await import("playwright-core");
    const all = [...everyStart, ...args];
    return chromium.launch({ executablePath, args: all, chromiumSandbox: sandbox, timeout: patience });
  }

  async function close(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    const running = browser;
    browser = null;
    if (running !== null) await running.then((one) => one.close()).catch(() => undefined);
  }

  async function useOnce<Value>(run: (browser: Browser) => Promise<Value>): Promise<Value> {
    if (idle !== null) clearTimeout(idle);
    try {
      browser ??= launch();
      return await run(await browser);
    } catch (cause) {
      await close();
      throw cause;
    } finally {
      idle = setTimeout(close, keptFor);
      idle.unref();
    }
  }

  return {
    use(run) {
      const next = last.then(() => useOnce(run));
      last = next.catch(() => undefined);
      return next;
    },
    close,
  };
}
