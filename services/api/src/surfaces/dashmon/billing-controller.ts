import { Get, Middlewares, NoSecurity, Path, Post, Response, Route, SuccessResponse, Tags } from "@tsoa/runtime";
import { limited } from "../../http/rate-limits.js";
import type { DashmonError } from "./dto.js";
import { type DashmonPlanOffer, planOffers } from "./plans.js";

/** The plans that there are. */
export interface DashmonPlanOffers {
  plans: DashmonPlanOffer[];
}

/** Nothing is sold here: an administrator of the installation says what a workspace is entitled to. */
const refused: DashmonError = {
  error: "billing_refused",
  message: "Nothing is sold here: an administrator sets the plan of a workspace.",
};

@Route("api/billing")
@Tags("Dashmon refused")
@NoSecurity()
@Middlewares(limited("dashmon"))
@Response<DashmonError>(429, "Too many requests")
export class DashmonBillingController {
  /**
   * Lists the plans that a workspace may have.
   * @summary Plans
   */
  @Get("plans")
  @SuccessResponse(200, "The plans")
  async dashmonListPlans(): Promise<DashmonPlanOffers> {
    return { plans: planOffers() };
  }

  /**
   * Refused by design.
   * @summary Billing settings
   */
  @Get("config")
  @SuccessResponse(403, "Refused")
  async dashmonReadBillingConfig(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Test mode
   */
  @Get("test-mode")
  @SuccessResponse(403, "Refused")
  async dashmonReadTestMode(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Upgrade for a test
   */
  @Post("simulate-upgrade")
  @SuccessResponse(403, "Refused")
  async dashmonSimulateUpgrade(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Begin a demo
   */
  @Post("demo/activate")
  @SuccessResponse(403, "Refused")
  async dashmonActivateDemo(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Ask for a bank transfer
   */
  @Post("bank-transfer/request")
  @SuccessResponse(403, "Refused")
  async dashmonRequestBankTransfer(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Confirm a bank transfer
   */
  @Post("bank-transfer/confirm")
  @SuccessResponse(403, "Refused")
  async dashmonConfirmBankTransfer(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Begin a subscription
   */
  @Post("paypal/create-subscription")
  @SuccessResponse(403, "Refused")
  async dashmonCreateSubscription(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary End a subscription
   */
  @Post("paypal/cancel")
  @SuccessResponse(403, "Refused")
  async dashmonCancelSubscription(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary Hear of a payment
   */
  @Post("paypal/webhook")
  @SuccessResponse(403, "Refused")
  async dashmonHearOfPayment(): Promise<DashmonError> {
    return refused;
  }

  /**
   * Refused by design.
   * @summary A subscription
   * @param _subscriptionId Of the subscription
   * @example _subscriptionId "I-1"
   */
  @Get("paypal/subscription/{subscriptionId}")
  @SuccessResponse(403, "Refused")
  async dashmonReadSubscription(@Path("subscriptionId") _subscriptionId: string): Promise<DashmonError> {
    return refused;
  }
}
