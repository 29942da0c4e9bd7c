/**
 * One output in several forms, of which a viewer shows the richest that it can: from a MIME type to the
 * content, as Jupyter's `display_data` message carries it. Text stands as it is, binary data (image/png) as
 * base64, types that end in +json as objects.
 *
 * Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html#display-data
 */
export interface MimeBundle {
  readonly [mimeType: string]: string | object;
}
