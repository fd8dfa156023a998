import "server-only";

import {
  ACT_STATUSES,
  type ActStatus,
  placeAfter,
  SIDES,
  type Side,
  STAGES,
  STEPS,
  type Stage,
  type Step,
  sideMayTake,
  stepsFrom,
} from "#/lib/contract/machine.ts";
import { defineProof } from "./proof.ts";

/**
 * The offer read a second time, clause by clause, as arrows in words: who takes what, from where, to where. `*` is any act, `=`
 * leaves it; `behalf` is the house with a customer's word. Nothing here is derived from the program's table.
 */
const OFFER = `
3.1  customer,staff,system  issue-invoice           ordered           *              invoiced  =
3.2  system                 expire-invoice          invoiced          *              lapsed    =
3.2  customer,behalf        reissue-invoice         lapsed            *              invoiced  =
3.2  staff                  cancel-invoice          invoiced          *              ordered   =
1.10 customer,behalf        cancel-order            ordered           *              cancelled =
1.10 customer,behalf        cancel-order            invoiced          *              cancelled =
1.10 customer,behalf        cancel-order            lapsed            *              cancelled =
3.4  system,staff           allocate-payment        invoiced          *              invoiced  =
3.4  system,staff           allocate-payment        lapsed            *              lapsed    =
3.4  staff                  allocate-at-discretion  invoiced          *              invoiced  =
3.4  staff                  allocate-at-discretion  lapsed            *              lapsed    =
3.4  staff                  release-allocation      invoiced          *              invoiced  =
3.4  staff                  release-allocation      lapsed            *              lapsed    =
3.4  staff                  ask-difference          lapsed            *              invoiced  =
3.4  staff                  return-payment          ordered           *              ordered   =
3.4  staff                  keep-payment            ordered           *              ordered   =
3.4  staff                  return-payment          invoiced          *              invoiced  =
3.4  staff                  keep-payment            invoiced          *              invoiced  =
3.4  staff                  return-payment          lapsed            *              lapsed    =
3.4  staff                  keep-payment            lapsed            *              lapsed    =
3.4  staff                  return-payment          cancelled         *              cancelled =
3.4  staff                  keep-payment            cancelled         *              cancelled =
3.4  staff                  return-payment          concluded         *              concluded =
3.4  staff                  keep-payment            concluded         *              concluded =
3.4  staff                  return-payment          active            *              active    =
3.4  staff                  keep-payment            active            *              active    =
3.4  staff                  return-payment          ended             *              ended     =
3.4  staff                  keep-payment            ended             *              ended     =
3.4  staff                  return-payment          terminated        *              terminated =
3.4  staff                  keep-payment            terminated        *              terminated =
6.1  system                 accept-offer            invoiced          *              concluded =
6.1  system                 accept-offer            lapsed            *              concluded =
3.5  staff                  activate-access         concluded         *              active    =
3.5  staff                  correct-activation      concluded         none           concluded none
3.5  staff                  correct-activation      concluded         issued         concluded issued
3.5  staff                  correct-activation      concluded         sent           concluded issued
3.5  staff                  correct-activation      concluded         received       concluded issued
3.5  staff                  correct-activation      concluded         refused        concluded refused
3.5  staff                  correct-activation      active            none           active    none
3.5  staff                  correct-activation      active            issued         active    issued
3.5  staff                  correct-activation      active            sent           active    issued
3.5  staff                  correct-activation      active            received       active    issued
3.5  staff                  correct-activation      active            refused        active    refused
6.1  system                 end-contract            active            *              ended     =
4.4.2 staff                 refuse-activation       concluded         *              concluded =
4.4.2 customer,behalf terminate-by-fault      concluded         *              terminated =
4.4.2 staff                 settle-money-question   terminated        *              terminated =
6.10 customer,behalf terminate-early         concluded         *              terminated =
6.10 customer,behalf terminate-early         active            *              terminated =
7.2  staff                  replace-account         invoiced          *              invoiced  =
6.2  customer,behalf        refuse-edition          concluded         *              concluded =
6.2  customer,behalf        refuse-edition          active            *              active    =
6.2  staff                  answer-refused-edition  concluded         *              concluded =
6.2  staff                  answer-refused-edition  active            *              active    =
6.2  staff                  answer-refused-edition  ended             *              ended     =
6.2  staff                  answer-refused-edition  terminated        *              terminated =
6.3  customer,behalf request-assignment      concluded         *              concluded =
6.3  customer,behalf request-assignment      active            *              active    =
5.2  system                 declare-force-majeure   concluded         *              concluded =
5.2  system                 end-force-majeure       concluded         *              concluded =
5.2  system                 declare-force-majeure   active            *              active =
5.2  system                 end-force-majeure       active            *              active =
5.2  system                 declare-force-majeure   ended             *              ended =
5.2  system                 end-force-majeure       ended             *              ended =
5.2  system                 declare-force-majeure   terminated        *              terminated =
5.2  system                 end-force-majeure       terminated        *              terminated =
5.4  customer,staff,behalf         withdraw-for-force-majeure concluded      *              terminated =
5.4  customer,staff,behalf         withdraw-for-force-majeure active         *              terminated =
3.5  staff,system           issue-act               active         none           active     issued
3.5  staff,system           send-act                active         issued         active     sent
3.6  customer,behalf,system confirm-act-received    active         sent           active     received
3.6  customer,behalf,system sign-act                active         sent           active     signed
3.6  customer,behalf,system sign-act                active         received       active     signed
3.6  customer,behalf,system refuse-act              active         sent           active     refused
3.6  customer,behalf,system refuse-act              active         received       active     refused
3.5  staff                  correct-act             active         refused        active     issued
3.8  system                 deem-act                active         sent           active     deemed
3.8  system                 deem-act                active         received       active     deemed
3.8  customer,behalf,system attach-late-signature   active         deemed         active     deemed
3.5  staff,system           issue-act               ended          none           ended      issued
3.5  staff,system           send-act                ended          issued         ended      sent
3.6  customer,behalf,system confirm-act-received    ended          sent           ended      received
3.6  customer,behalf,system sign-act                ended          sent           ended      signed
3.6  customer,behalf,system sign-act                ended          received       ended      signed
3.6  customer,behalf,system refuse-act              ended          sent           ended      refused
3.6  customer,behalf,system refuse-act              ended          received       ended      refused
3.5  staff                  correct-act             ended          refused        ended      issued
3.8  system                 deem-act                ended          sent           ended      deemed
3.8  system                 deem-act                ended          received       ended      deemed
3.8  customer,behalf,system attach-late-signature   ended          deemed         ended      deemed
3.5  staff,system           issue-act               terminated     none           terminated issued
3.5  staff,system           send-act                terminated     issued         terminated sent
3.6  customer,behalf,system confirm-act-received    terminated     sent           terminated received
3.6  customer,behalf,system sign-act                terminated     sent           terminated signed
3.6  customer,behalf,system sign-act                terminated     received       terminated signed
3.6  customer,behalf,system refuse-act              terminated     sent           terminated refused
3.6  customer,behalf,system refuse-act              terminated     received       terminated refused
3.5  staff                  correct-act             terminated     refused        terminated issued
3.8  system                 deem-act                terminated     sent           terminated deemed
3.8  system                 deem-act                terminated     received       terminated deemed
3.8  customer,behalf,system attach-late-signature   terminated     deemed         terminated deemed
`;

const ARROWS = new Map<string, string>();
for (const row of OFFER.trim().split("\n")) {
  const [, sides, step, stage, act, toStage, toAct] = row.split(/\s+/) as [string, ...string[]];
  for (const side of sides!.split(","))
    for (const from of act === "*" ? ACT_STATUSES : [act])
      ARROWS.set(`${side} ${step} ${stage} ${from}`, `${toStage} ${toAct === "=" ? from : toAct}`);
}

const told = (side: Side, step: Step, stage: Stage, act: ActStatus) => ARROWS.get(`${side} ${step} ${stage} ${act}`);

/** The program's answer in the same words. */
function answered(side: Side, step: Step, stage: Stage, act: ActStatus): string | undefined {
  const place = sideMayTake(side, step) ? placeAfter({ stage, act }, step) : null;
  return place ? `${place.stage} ${place.act}` : undefined;
}

/** What must have happened on the way, whatever the way was. */
const NEEDS: [place: RegExp, step: RegExp][] = [
  [/^(concluded|active|ended|terminated) /, /^accept-offer$/],
  [/^terminated /, /^(terminate-|withdraw-)/],
  [/^(active|ended) /, /^activate-access$/],
  [/^ended /, /^end-contract$/],
  [/ (sent|received|signed|refused|deemed)$/, /^send-act$/],
  [/ signed$/, /^sign-act$/],
  [/ deemed$/, /^deem-act$/],
  [/^cancelled /, /^cancel-order$/],
];

export const proof = defineProof({
  what: "each stage × act × step × side, and random walks, against the offer told a second time",
  sizes: { walks: { full: 100_000, smoke: 2_000 } },
  run({ random, violated }, { walks }) {
    let cells = 0;
    let open = 0;
    for (const stage of STAGES)
      for (const act of ACT_STATUSES)
        for (const side of SIDES)
          for (const step of STEPS) {
            const [model, program] = [told(side, step, stage, act), answered(side, step, stage, act)];
            if (model !== program) violated(`${side} ${step} at ${stage}/${act}: offer ${model}, program ${program}`);
            if (stepsFrom({ stage, act }, side).includes(step) !== (model !== undefined))
              violated(`${side} is ${model ? "not " : ""}offered ${step} at ${stage}/${act}`);
            cells++;
            if (model) open++;
          }

    let tried = 0;
    let taken = 0;
    const reached = new Map<string, number>();
    for (let walk = 0; walk < walks; walk++) {
      let place = "ordered none";
      const steps: Step[] = [];
      for (let at = 0; at < 60; at++) {
        const [stage, act] = place.split(" ") as [Stage, ActStatus];
        // Half of the tries are steps that the program itself would offer: else no walk gets far.
        const side = random.pick(SIDES);
        const offered = stepsFrom({ stage, act }, side);
        const step = random.chance(0.5) && offered.length > 0 ? random.pick(offered) : random.pick(STEPS);
        // Most orders are not cancelled, most contracts not given up.
        if (/^(cancel-order|terminate-)/.test(step) && random.chance(0.9)) continue;
        const [model, program] = [told(side, step, stage, act), answered(side, step, stage, act)];
        tried++;
        if (model !== program)
          violated(`walk ${walk}: ${side} ${step} at ${place}: offer ${model}, program ${program}`);
        if (!program) continue;
        if (stage === "cancelled" && !/^(return|keep)-payment$/.test(step))
          violated(`walk ${walk}: ${step} after the order was cancelled`);
        place = program;
        steps.push(step);
        taken++;
      }
      for (const [end, step] of NEEDS)
        if (end.test(place) && !steps.some((one) => step.test(one))) violated(`walk ${walk}: ${place} without ${step}`);
      reached.set(place, (reached.get(place) ?? 0) + 1);
    }
    return {
      cells,
      "cells that lead somewhere": open,
      "steps tried": tried,
      "steps taken": taken,
      "ends reached": reached.size,
    };
  },
});
