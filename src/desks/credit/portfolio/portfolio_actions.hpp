// What the company, or the broker for it, adds to the risk photograph. Each act counts the buyers anew.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/placement/reach.hpp"
#include "desks/credit/portfolio/buyers_merge.hpp"
#include "desks/credit/portfolio/questionnaire_rules.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace credit::portfolio {

inline constexpr base::Rule portfolio_rules[] = {
    MANDAT_RULE("C3.recognised",
                "A buyer is recognised by SIREN (a SIRET names its SIREN), abroad by the number of its register: twice "
                "the same is one buyer, and two buyers of one name stay two"),
    MANDAT_RULE("C3.corrected",
                "Each line of a buyer may be corrected, its country and its identifier too, by who may add one; an "
                "identifier that another buyer has is refused, and says whose it is"),
};

inline constexpr base::RefusalCode closed{base::RefusalKind::conflict, "credit.portfolio.closed"};
inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "credit.buyer.name_missing"};
inline constexpr base::RefusalCode bad_siren{base::RefusalKind::invalid, "credit.buyer.bad_siren"};
inline constexpr base::RefusalCode bad_register{base::RefusalKind::invalid, "credit.buyer.bad_register"};
inline constexpr base::RefusalCode unknown_country{base::RefusalKind::invalid, "credit.buyer.unknown_country"};
inline constexpr base::RefusalCode exposure_missing{base::RefusalKind::invalid, "credit.buyer.exposure_missing"};
inline constexpr base::RefusalCode bad_terms{base::RefusalKind::invalid, "credit.buyer.bad_terms"};
inline constexpr base::RefusalCode known_buyer{base::RefusalKind::invalid, "credit.buyer.known"};  // {0} its name
inline constexpr base::RefusalCode anothers{base::RefusalKind::invalid, "credit.buyer.anothers"};  // {0} its name
inline constexpr base::RefusalCode buyer_gone{base::RefusalKind::conflict, "credit.buyer.gone"};
inline constexpr base::RefusalCode too_long{base::RefusalKind::invalid, "credit.buyer.too_long"};
inline constexpr base::RefusalCode cause_missing{base::RefusalKind::invalid, "credit.loss.cause_missing"};
inline constexpr base::RefusalCode loss_day{base::RefusalKind::invalid, "credit.loss.day"};
inline constexpr base::RefusalCode loss_year{base::RefusalKind::invalid, "credit.loss.year"};  // {0} which, with losses
inline constexpr base::RefusalCode incomplete{base::RefusalKind::invalid, "credit.portfolio.incomplete"};  // {0} what

inline constexpr int longest_terms = 365;  // days
inline constexpr int text_limit = 120;     // characters of a name, a sector, a group

// One identifier as the desk keeps it: the SIREN in France, else letters and digits of the foreign register. Refusals
// name the field "identifier".
base::Outcome<std::string> identifier_of(std::string_view country, std::string_view typed);
// Country code of what was typed: "FR", "France", "allemagne"; empty: France. Null: unknown.
std::optional<std::string> country_of(std::string_view typed);

base::Outcome<NewBuyer> check_buyer(const web::Fields& form);
base::Outcome<Loss> check_loss(const web::Fields& form, base::Day today);

// Whether what is known may still be changed: by the company until it hands over, by the broker until the case went to
// the insurers.
bool may_change(const placement::Placement& placement, const placement::Reach& by);
// The placement, when what is known of it may be changed.
base::Outcome<placement::Placement> to_change(db::Transaction& tx, PlacementId id, const placement::Reach& by);

base::Outcome<base::Done> save_questionnaire(platform::Act& act, PlacementId id, const placement::Reach& by,
                                             const web::Fields& form);
// Somebody new, or one that lacked his identifier (C2.completed).
enum class Added { buyer, identifier };
base::Outcome<Added> add_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, const NewBuyer& buyer);
base::Outcome<base::Done> correct_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, BuyerId buyer,
                                        const NewBuyer& corrected);
base::Outcome<base::Done> remove_buyer(platform::Act& act, PlacementId id, const placement::Reach& by, BuyerId buyer);
// Those already there, by identifier, take the new figures; a name alone recognises nobody.
base::Outcome<Taken> take_buyers(platform::Act& act, PlacementId id, const placement::Reach& by,
                                 const std::vector<NewBuyer>& buyers);
base::Outcome<base::Done> add_loss(platform::Act& act, PlacementId id, const placement::Reach& by, Loss loss);
base::Outcome<base::Done> remove_loss(platform::Act& act, PlacementId id, const placement::Reach& by,
                                      std::int64_t loss);
// There was no loss that year, or in any of those that are not known yet; or one takes it back.
enum class Said { none, taken_back };
base::Outcome<base::Done> say_losses(platform::Act& act, PlacementId id, const placement::Reach& by,
                                     std::optional<int> year, Said said);
Completeness completeness_of(db::Transaction& tx, const placement::Placement& placement, base::Instant now);
// The company hands its answers over: refused while something is missing, which is told.
base::Outcome<base::Done> hand_over(platform::Act& act, PlacementId id, const placement::Reach& by);

}  // namespace credit::portfolio
