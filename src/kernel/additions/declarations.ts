/**
 * What the kernel adds to TypeScript and Node.js, as declarations for cells: they are checked, completed and shown
 * by Shift-Tab. A cell may declare any of the names for itself.
 *
 * `display_id` and `clear_output` are called what Jupyter's protocol and IPython call them.
 */
export const declarations = `
/**
 * Asks whoever runs the notebook for a line of text.
 *
 * Questions that are asked at once are asked one after the other. An interrupt ends the wait and keeps the variables.
 *
 * @param prompt what to ask
 * @param options \`{ password: true }\` hides what is typed
 * @returns the text, without the end of the line
 * @throws StdinNotImplementedError (the promise is rejected) where nobody can answer: the notebook is executed by a
 *   program, or the cell that asks has ended
 * @example
 * const name = await input("Your name? ");
 * const token = await input("Token: ", { password: true });
 */
declare function input(prompt?: string, options?: { readonly password?: boolean }): Promise<string>;

/** An output that is shown, and can be shown anew. */
interface DisplayHandle {
  /** Names the output, for \`display(value, { display_id, update: true })\` in another cell. */
  readonly display_id: string;
  /** Replaces the output, wherever it is shown. */
  update(value: unknown, options?: { readonly metadata?: object }): void;
}

/**
 * Shows a value as an output of its own, as the last expression of a cell is shown.
 *
 * A plain object whose keys are all MIME types is shown as what it says; a viewer takes the richest type that it
 * knows. Text stands as it is, binary data (image/png) as base64. Other objects say by a method
 * \`[Symbol.for("Jupyter.display")]()\` how they are shown: it returns such an object, or a promise of one.
 *
 * @param value anything
 * @param options \`display_id\` names the output; with \`update: true\` outputs of that name are replaced, and none is
 *   added
 * @returns a handle, to update the output
 * @example
 * display({ "text/html": "<b>bold</b>", "text/plain": "bold" });
 * const progress = display("epoch 0");
 * progress.update("epoch 1");
 */
declare function display(
  value: unknown,
  options?: { readonly display_id?: string; readonly update?: boolean; readonly metadata?: object },
): DisplayHandle;

/**
 * Removes the outputs of the cell that runs.
 *
 * @param options \`{ wait: true }\` keeps them until the next output comes, so that nothing flickers
 * @example
 * clear_output({ wait: true });
 * console.log("step 2 of 10");
 */
declare function clear_output(options?: { readonly wait?: boolean }): void;

/** What came from the other end of a comm. Each buffer has memory of its own, which begins at 0. */
interface CommMessage {
  readonly data: Record<string, any>;
  readonly metadata: Record<string, any>;
  readonly buffers: readonly Uint8Array[];
}

/** A channel between this notebook's code and a page that shows it. Data is what JSON can carry. */
interface Comm {
  readonly id: string;
  readonly target: string;
  readonly isClosed: boolean;
  /** Sends data, and binary data beside it, to the other end. Throws when the comm is closed. */
  send(data?: object, buffers?: readonly (ArrayBuffer | ArrayBufferView)[], metadata?: object): void;
  /** Sets what is called for each message. Its outputs and errors belong to the message. */
  onMessage(handler: (data: Record<string, any>, message: CommMessage) => unknown): void;
  /** Sets what is called when the other end closes the comm. */
  onClose(handler: (data: Record<string, any>, message: CommMessage) => unknown): void;
  /** Closes both ends. */
  close(data?: object, buffers?: readonly (ArrayBuffer | ArrayBufferView)[], metadata?: object): void;
}

/**
 * Channels to the page that shows the notebook, by Jupyter's comm messages: for widgets, and for what is to be watched
 * while it runs. Messages are handled when no cell runs, and whenever the running one awaits something.
 *
 * @example
 * comm.registerTarget("echo", (channel, data) => {
 *   channel.onMessage((question) => channel.send({ answer: question }));
 * });
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages
 */
declare const comm: {
  /**
   * Says what happens when a page opens a comm to this target. A target of that name is replaced. Where the function
   * throws, the comm is closed; a comm to an unknown target is closed, too.
   */
  registerTarget(
    name: string,
    target: (comm: Comm, data: Record<string, any>, message: CommMessage) => unknown,
  ): void;
  /** Opens a comm to a target in the page; a page that has none of that name closes it. */
  open(
    target: string,
    data?: object,
    buffers?: readonly (ArrayBuffer | ArrayBufferView)[],
    metadata?: object,
  ): Comm;
};
`;
