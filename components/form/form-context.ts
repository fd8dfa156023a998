"use client";

import { createContext, use } from "react";

import type { Failure } from "./use-action-form.ts";

export type FormState = { id: string; failure: Failure | null; pending: boolean };

export const FormContext = createContext<FormState | null>(null);

/** Null outside of a Form: fields then are plain fields, as in a filter that is sent by GET. */
export const useFormState = () => use(FormContext);

/** Summary links and labels find a control by its name. */
export const controlId = (formId: string, name: string) => `${formId}${name}`;
