#include "desks/works/lot/split.hpp"

#include "desks/works/claim/claim.hpp"
#include "desks/works/file/file_again.hpp"
#include "desks/works/lot/split_rules.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/trade/trade.hpp"
#include "floor/audit/audit.hpp"
#include "floor/visit/page.hpp"

namespace works::lot {

namespace ui = web::ui;
using web::html::Url;

base::Outcome<LotId> split(platform::Platform& platform, const identity::Actor& broker, LotId id,
                           const std::vector<std::string>& chosen) {
  return platform.act(platform::Author::of(broker), [&](platform::Act& act) -> base::Outcome<LotId> {
    const auto lot = find(act.tx, id);
    const auto claim = lot ? claim::find(act.tx, lot->claim, broker) : std::nullopt;
    if (!claim) return mandate::unknown_lot;
    const auto lots = of_claim(act.tx, claim->id);
    const bool ended = claim->closed_by_broker_at || claim->abandoned_at;
    if (!may_split(lot->state, lot->trades.size(), lots.size(), ended)) return not_splittable;
    const auto parts = parted(lot->trades, chosen);
    if (!parts) return base::Refusal{split_choice, "trades"};
    remove_trades(act.tx, id, parts->moved);
    const Lot made{{act.ids.next()}, claim->id, lots.back().position + 1, parts->moved, State::to_assign, {}};
    insert(act.tx, made);
    audit::record(act, {"works.lot.split",
                        file_of(claim->id),
                        {{"lot", std::to_string(id.value)}, {"made", std::to_string(made.id.value)}}});
    project(act, claim->id);
    return made.id;
  });
}

web::html::Markup split_form(const Lot& lot, const std::string& csrf_token, const ui::FormState& typed) {
  const auto to = Url::path("/travaux/lots/{}/partage", lot.id);
  std::vector<ui::Option> trades;
  for (const auto& slug : lot.trades) {
    const auto* trade = trade::find(slug);
    trades.push_back({slug, std::string(trade == nullptr ? std::string_view(slug) : trade->label)});
  }
  const bool again = typed.form() == to.text();
  return ui::form({.action = to, .csrf_token = csrf_token, .submit = "Partager le lot", .look = ui::Look::secondary},
                  ui::checkbox_group(ui::Field{.name = "trades",
                                               .label = "Métiers du nouveau lot",
                                               .hint = "Les autres restent dans celui-ci ; une entreprise par lot.",
                                               .form = std::string(to.text())}
                                         .with(typed),
                                     trades, again ? typed.values("trades") : std::vector<std::string>()));
}

web::Response post_split(visit::Visit& visit) {
  const LotId id{visit.id()};
  const auto lot = visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id); });
  if (!lot) return visit::not_found(visit);
  std::vector<std::string> chosen;
  for (const auto trade : visit.request.form.all("trades")) chosen.emplace_back(trade);
  const auto made = split(visit.platform, visit.actor(), id, chosen);
  if (!made) return file::show_again(visit, lot->claim, made.refusals());
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", lot->claim),
                          {ui::Tone::good, "Le lot est partagé : choisissez une entreprise pour chacun."});
}

}  // namespace works::lot
