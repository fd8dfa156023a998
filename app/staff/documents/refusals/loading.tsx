export { default } from "../../_loading.tsx";
