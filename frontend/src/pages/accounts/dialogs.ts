import { deferred } from "../forms";

export const ChangePlan = deferred(async () => (await import("./ChangePlan")).ChangePlan);
export const CreateAccount = deferred(async () => (await import("./CreateAccount")).CreateAccount);
export const DuplicatePlan = deferred(async () => (await import("./DuplicatePlan")).DuplicatePlan);
export const ImportPlan = deferred(async () => (await import("./ImportPlan")).ImportPlan);
export const NewPlan = deferred(async () => (await import("./NewPlan")).NewPlan);
export const RemoveAccount = deferred(async () => (await import("./RemoveAccount")).RemoveAccount);
export const RemovePlan = deferred(async () => (await import("./RemovePlan")).RemovePlan);
export const RenameAccount = deferred(async () => (await import("./RenameAccount")).RenameAccount);
