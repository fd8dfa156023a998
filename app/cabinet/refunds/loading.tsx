export { ListLoading as default } from "../_loading.tsx";
