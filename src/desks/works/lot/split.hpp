// A lot parted in two after the declaration (W12.split), and the form that asks how.
#pragma once

#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/lot/lot.hpp"
#include "floor/platform/platform.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"

namespace works::lot {

inline constexpr base::RefusalCode not_splittable{base::RefusalKind::conflict, "works.lot.not_splittable"};
inline constexpr base::RefusalCode split_choice{base::RefusalKind::invalid, "works.lot.split_choice"};

// The new lot, with the chosen trades; the other one keeps the rest, its place and its past.
base::Outcome<LotId> split(platform::Platform& platform, const identity::Actor& broker, LotId lot,
                           const std::vector<std::string>& chosen);

web::html::Markup split_form(const Lot& lot, const std::string& csrf_token, const web::ui::FormState& typed);
web::Response post_split(visit::Visit& visit);  // POST /travaux/lots/{}/partage

}  // namespace works::lot
