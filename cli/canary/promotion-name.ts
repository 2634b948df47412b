/** Which promotion is meant: that of a service, kept in its namespace. */
export interface PromotionName {
  readonly service: string;
  readonly namespace: string;
}
