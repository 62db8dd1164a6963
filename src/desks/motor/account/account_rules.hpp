// How a garage joins the portal and its firms (M1 to M6, M28, M31).
#pragma once

#include "base/rule.hpp"

namespace motor::account {

inline constexpr base::Rule account_rules[] = {
    MANDAT_RULE(
        "M1",
        "The sign-in page leads to « Je n'ai pas de compte » and « Mot de passe oublié », and says that nobody of "
        "the staff can give out a password"),
    MANDAT_RULE(
        "M2",
        "A garage signs up with its name, e-mail, mobile, SIRET, postal code, one firm and a password, and says "
        "it is no robot"),
    MANDAT_RULE("M3", "A password follows P6, which asks more than the source did"),
    MANDAT_RULE("M4",
                "The firm checks and validates the request; only then does the account open, and an e-mail says so"),
    MANDAT_RULE(
        "M5",
        "One account a SIRET at sign-up: a second request gets the same page, and an e-mail goes to the account; "
        "further establishments of the same SIREN are added later, each confirmed by a firm"),
    MANDAT_RULE("M5.site",
                "Another SIRET of a SIREN that has an account reaches the firm as another establishment; its person "
                "comes in once a manager of that account accepts him"),
    MANDAT_RULE("M6",
                "A forgotten password is replaced by a one-time link within minutes; nothing says whether the address "
                "exists"),
    MANDAT_RULE("M28", "A repairer changes his mobile and his password in the settings"),
    MANDAT_RULE("M31.validation", "The firm confirms, refuses with a reason, or ends an attachment, from its own list"),
};

}  // namespace motor::account
