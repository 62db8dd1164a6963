// A list's question in its address, both ways: what is not the standard stands there, so that a list can be kept and
// sent.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "desks/motor/file/file_list.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"
#include "web/ui/tabs.hpp"

namespace motor::list {

enum class Screen { framed, full };  // M9: the list alone fills the screen

struct Asked {
  file::ListQuery query;
  Screen screen = Screen::framed;
  web::ui::FormState unread = {};  // filters that cannot be read, as typed, each with why: they leave nothing out
};

Asked asked_of(const visit::Visit& visit);
web::html::Url url_of(const Asked& asked, web::html::Url address = "/reparateurs");
// The query of the address, but search and filters: what a form of filters must not lose.
std::vector<std::pair<std::string, std::string>> kept_of(const Asked& asked);

// The first pages of the views beside one. The view outlives them.
class Addresses {
 public:
  explicit Addresses(const Asked& asked);
  web::html::Url tab(std::optional<file::State> tab) const;
  web::html::Url sorted_by(file::Column column) const;  // the other way round when it is already
  web::html::Url screen(Screen screen) const;

 private:
  const Asked& asked_;
  web::html::Url filtered_;
};

Asked first_page(Asked asked);
Asked unfiltered(Asked asked);  // no search either
Asked with_tab(Asked asked, std::optional<file::State> tab);
std::vector<web::ui::Chip> chips_of(const Asked& asked);

// As the address and the form of filters write them; empty: no such filter.
std::string_view slug_of(file::Documents documents);
std::string iso(const std::optional<base::Day>& day);
std::string typed(const std::optional<base::Money>& amount);  // with its cents

std::string dashed(base::Day day);  // 21-11-2026, as in the source
std::string dashed(std::string_view iso);

}  // namespace motor::list
