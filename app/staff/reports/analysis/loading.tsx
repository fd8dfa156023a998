/** Only over the list: under a loading boundary a page cannot answer 404 any more, and a record must. */
export { default } from "../../_loading.tsx";
