// The trades a firm declares, at its sign-up and at any time after (W8.declared).
#pragma once

#include <string>
#include <vector>

#include "desks/works/admission/application.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works::admission {

inline constexpr base::RefusalCode unknown_trade{base::RefusalKind::invalid, "works.admission.unknown_trade"};
inline constexpr base::RefusalCode trade_known{base::RefusalKind::conflict, "works.admission.trade_known"};
inline constexpr base::RefusalCode last_trade{base::RefusalKind::conflict, "works.admission.last_trade"};
inline constexpr base::RefusalCode nothing_to_tick{base::RefusalKind::conflict, "works.admission.nothing_to_tick"};

// A trade that is no building work is covered at once by the liability in force; any other waits for an administrator,
// or for a certificate when none is in force.
base::Outcome<base::Done> declare_trade(platform::Platform& platform, const identity::Actor& firm,
                                        std::string_view trade);
// At once: no request comes for it any more; jobs under way keep the certificates they began with.
base::Outcome<base::Done> withdraw_trade(platform::Platform& platform, const identity::Actor& firm,
                                         std::string_view trade);
// The new trades that stand on the certificate in force; of the others the firm is asked for one that covers them.
base::Outcome<base::Done> tick_trades(platform::Platform& platform, const identity::Actor& administrator,
                                      identity::OrganisationId firm, const std::vector<std::string>& ticked);

// « Métiers » of the firm's settings; `state` is that of its own forms, or empty.
web::html::Markup trades_card(db::Transaction& tx, const visit::Visit& visit, const web::ui::FormState& state);
inline constexpr web::html::Url trades_url{"/chantiers/reglages/metiers"};
// What an administrator has to tick; empty when there is nothing.
web::html::Markup new_trades_card(const visit::Visit& visit, identity::OrganisationId firm,
                                  const std::vector<std::string>& trades, const std::optional<Paper>& certificate);

web::Response post_trade_withdrawal(visit::Visit& visit);  // POST /chantiers/reglages/metiers/retrait
web::Response post_ticked_trades(visit::Visit& visit);     // POST /administration/inscriptions/{}/metiers

}  // namespace works::admission
