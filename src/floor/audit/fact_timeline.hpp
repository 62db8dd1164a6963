// The facts of one file as a timeline, in the words that the desks gave them: for pages without words of their own.
#pragma once

#include "floor/audit/audit.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace audit {

// The newest first; facts whose code has no French word are left out. Empty when nothing is to be told.
web::html::Markup fact_timeline(const visit::Visit& visit, db::Transaction& tx, const platform::FileRef& file);

}  // namespace audit
