/** What a page knows of the site that it is a page of. */

/** Its root; the build puts all scripts one folder below it. */
export const SITE = new URL("../../", import.meta.url);

/** The name of the deployment, nothing before one is published: see `macros/site/version.py`. */
export const VERSION = document.querySelector("meta[name='playbook-version']")?.getAttribute("content") ?? "";
