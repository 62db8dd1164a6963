#include "desks/credit/placement/client_mail.hpp"

#include "desks/credit/placement/placement.hpp"
#include "floor/visit/page.hpp"

namespace credit::placement {

using web::ui::Tone;

web::ui::Flash client_told(const visit::Visit& visit, PlacementId id, std::string done) {
  const auto placement = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id, visit.actor()); });
  if (placement && !placement->contact.email.empty()) return {Tone::good, done + ", le client est prévenu."};
  return {Tone::warn, done + ". Le client n’est pas prévenu : son adresse e-mail manque, ajoutez-la à son contact."};
}

web::Response ask_for_email(const visit::Visit& visit, PlacementId id, std::int64_t offer) {
  const auto page = web::html::Url::path("/credit/dossiers/{}/contact", id).query("offre", offer);
  return visit::see_other(visit, page,
                          {Tone::warn, "Le client n’a pas d’adresse e-mail : indiquez-la, puis proposez-lui l’offre."});
}

}  // namespace credit::placement
