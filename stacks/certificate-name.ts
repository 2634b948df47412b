/** The Secret with the gateway's certificate: Terraform makes it, the Gateway object names it. */
export const certificateName = 'lab-certificate';
