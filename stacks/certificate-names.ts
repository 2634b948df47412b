/** Secrets with the gateway's certificates: Terraform makes them, each is named by one Gateway object. */
export const certificateNames = { application: 'lab-certificate', addOns: 'add-ons-certificate' } as const;
