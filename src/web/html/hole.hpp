// Elements drawn around a hole, which is then filled: long content is copied once, not once for each element around it.
#pragma once

#include "web/html/markup.hpp"

namespace web::html {

Markup hole();
// `around` has one hole (asserted).
Markup filled(const Markup& around, const Markup& content);

// The same cut at its hole, for what is drawn many times around other contents.
class Around {
 public:
  explicit Around(const Markup& around);
  void add_to(Markup& all, const Markup& content) const {
    all += before_;
    all += content;
    all += after_;
  }

 private:
  Markup before_, after_;
};

}  // namespace web::html
