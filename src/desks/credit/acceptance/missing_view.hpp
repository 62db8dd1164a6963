// What a file still lacks, or that it lacks nothing.
#pragma once

#include <string>
#include <vector>

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/ui/notice.hpp"

namespace credit::acceptance {

inline web::html::Markup missing_notice(const std::vector<std::string>& absent, std::string complete,
                                        std::string title) {
  using web::ui::Tone;
  if (absent.empty()) return web::ui::notice({Tone::good, std::move(complete)});
  web::html::Markup items;
  for (const auto& part : absent) items += web::html::li(part);
  title += " (" + base::french::integer(static_cast<std::int64_t>(absent.size())) + ")";
  return web::ui::notice({Tone::warn, std::move(title)}, web::html::ul(items));
}

}  // namespace credit::acceptance
