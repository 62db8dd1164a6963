// Markup that is drawn when it is first shown, then kept beside what it shows.
#pragma once

#include <mutex>

#include "web/html/markup.hpp"

namespace web::html {

// Thread-safe. Always asked for with what draws the same.
class DrawnOnce {
 public:
  template <class Draw>
  const Markup& by(Draw&& draw) const {
    std::call_once(once_, [&] { markup_ = draw(); });
    return markup_;
  }

 private:
  mutable std::once_flag once_;
  mutable Markup markup_;
};

}  // namespace web::html
