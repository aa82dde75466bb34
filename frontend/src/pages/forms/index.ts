export { DepartmentField } from "./DepartmentField";
export { deferred } from "./deferred";
export { Dialog, DialogForm } from "./FormDialog";
export { FormFrame } from "./FormFrame";
export { PasswordField } from "./PasswordField";
export { ProblemBar } from "./ProblemBar";
export { FEWEST_SIGNS, strengthOf } from "./strength";
export { type Bound, type Form, useForm } from "./useForm";
