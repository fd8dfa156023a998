"use client";

/** A page of the back office that could not be made: the shell stays, the page is asked for again. */
export { default } from "#/app/error.tsx";
