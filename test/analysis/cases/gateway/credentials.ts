/** A Gateway on port 443 with the Secret it names. */
export function gateway(name: string, credentialName: string): string {
  return `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: [${name}.example], tls: { mode: SIMPLE, credentialName: ${credentialName} } }
---
`;
}

export function secret(name: string, namespace: string): string {
  return `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: ${namespace} }
type: kubernetes.io/tls
data: { tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=, tls.key: a2V5 }
---
`;
}

/** Self-signed for nobody: one that ended in 2021, and one that ends in 2099. */
const pem = {
  old: `
    -----BEGIN CERTIFICATE-----
    MIIBEDCBtgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlhLmV4YW1wbGUwHhcN
    MjAwMTAxMDAwMDAwWhcNMjEwMzA1MDQwNTA2WjAUMRIwEAYDVQQDDAlhLmV4YW1w
    bGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASsYJYLN++DMvCilI89LfSvI9MC
    tdf87kXsas1fzm5Fgi6JSKlJ0WcNsBwVMH4rMsDEMDec3Z5LuOlBCmZKq5IbMAoG
    CCqGSM49BAMCA0kAMEYCIQC6OHe8Bn9lMbKWWdp8gg3Sf9O1ytQKMCMff4jshHTV
    vQIhAMX5diafO+HxXeKi4OAFwj1uKdCYJZ5efU/svCBZd7oT
    -----END CERTIFICATE-----`,
  new: `
    -----BEGIN CERTIFICATE-----
    MIIBETCBuAIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlhLmV4YW1wbGUwIBcN
    MjAwMTAxMDAwMDAwWhgPMjA5OTEyMzEyMzU5NTlaMBQxEjAQBgNVBAMMCWEuZXhh
    bXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKxglgs374My8KKUjz0t9K8j
    0wK11/zuRexqzV/ObkWCLolIqUnRZw2wHBUwfisywMQwN5zdnku46UEKZkqrkhsw
    CgYIKoZIzj0EAwIDSAAwRQIhAI2qGR+bdVeOxsPsMfT/WQHjguIGCCXpJR9W/Tym
    4o42AiBUMHiEon048DkAI/aQYoYeX4evPi4MEGuqwHum9/UM/A==
    -----END CERTIFICATE-----`,
};

/** A Gateway, and the Secret of it. */
export function certified(age: keyof typeof pem): string {
  return `${gateway('shop', 'shop')}
apiVersion: v1
kind: Secret
metadata: { name: shop, namespace: istio-system }
type: kubernetes.io/tls
stringData:
  tls.key: key
  tls.crt: |${pem[age]}
`;
}

export const certificate = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop, namespace: istio-system }
spec: { secretName: shop-certificate, dnsNames: [shop.example] }
---
`;
