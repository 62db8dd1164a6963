// One function an element: attributes first, then children (text, numbers, Markup). There is none for style, iframe,
// object or embed, and `script` takes only an address.
#pragma once

#include "web/html/attributes.hpp"
#include "web/html/markup.hpp"

namespace web::html {

#define MANDAT_HTML_ELEMENT(tag)                                                    \
  template <class... Parts>                                                         \
  Markup tag(const Parts&... parts) {                                               \
    static_assert(attributes_first<Parts...>(), "attributes come before children"); \
    return Core::element(#tag, {Piece(parts)...});                                  \
  }
#define MANDAT_HTML_VOID_ELEMENT(tag)                        \
  template <std::same_as<Attribute>... Attributes>           \
  Markup tag(const Attributes&... attributes) {              \
    return Core::void_element(#tag, {Piece(attributes)...}); \
  }

MANDAT_HTML_ELEMENT(a)
MANDAT_HTML_ELEMENT(abbr)
MANDAT_HTML_ELEMENT(address)
MANDAT_HTML_ELEMENT(article)
MANDAT_HTML_ELEMENT(aside)
MANDAT_HTML_ELEMENT(b)
MANDAT_HTML_ELEMENT(blockquote)
MANDAT_HTML_ELEMENT(body)
MANDAT_HTML_ELEMENT(button)
MANDAT_HTML_ELEMENT(caption)
MANDAT_HTML_ELEMENT(code)
MANDAT_HTML_ELEMENT(colgroup)
MANDAT_HTML_ELEMENT(datalist)
MANDAT_HTML_ELEMENT(dd)
MANDAT_HTML_ELEMENT(del)
MANDAT_HTML_ELEMENT(details)
MANDAT_HTML_ELEMENT(dialog)
MANDAT_HTML_ELEMENT(div)
MANDAT_HTML_ELEMENT(dl)
MANDAT_HTML_ELEMENT(dt)
MANDAT_HTML_ELEMENT(em)
MANDAT_HTML_ELEMENT(fieldset)
MANDAT_HTML_ELEMENT(figcaption)
MANDAT_HTML_ELEMENT(figure)
MANDAT_HTML_ELEMENT(footer)
MANDAT_HTML_ELEMENT(form)
MANDAT_HTML_ELEMENT(h1)
MANDAT_HTML_ELEMENT(h2)
MANDAT_HTML_ELEMENT(h3)
MANDAT_HTML_ELEMENT(h4)
MANDAT_HTML_ELEMENT(head)
MANDAT_HTML_ELEMENT(header)
MANDAT_HTML_ELEMENT(i)
MANDAT_HTML_ELEMENT(ins)
MANDAT_HTML_ELEMENT(label)
MANDAT_HTML_ELEMENT(legend)
MANDAT_HTML_ELEMENT(li)
MANDAT_HTML_ELEMENT(main)
MANDAT_HTML_ELEMENT(mark)
MANDAT_HTML_ELEMENT(menu)
MANDAT_HTML_ELEMENT(nav)
MANDAT_HTML_ELEMENT(ol)
MANDAT_HTML_ELEMENT(optgroup)
MANDAT_HTML_ELEMENT(option)
MANDAT_HTML_ELEMENT(output)
MANDAT_HTML_ELEMENT(p)
MANDAT_HTML_ELEMENT(pre)
MANDAT_HTML_ELEMENT(progress)
MANDAT_HTML_ELEMENT(search)
MANDAT_HTML_ELEMENT(section)
MANDAT_HTML_ELEMENT(select)
MANDAT_HTML_ELEMENT(small)
MANDAT_HTML_ELEMENT(span)
MANDAT_HTML_ELEMENT(strong)
MANDAT_HTML_ELEMENT(sub)
MANDAT_HTML_ELEMENT(summary)
MANDAT_HTML_ELEMENT(sup)
MANDAT_HTML_ELEMENT(table)
MANDAT_HTML_ELEMENT(tbody)
MANDAT_HTML_ELEMENT(td)
MANDAT_HTML_ELEMENT(textarea)
MANDAT_HTML_ELEMENT(tfoot)
MANDAT_HTML_ELEMENT(th)
MANDAT_HTML_ELEMENT(thead)
MANDAT_HTML_ELEMENT(time)
MANDAT_HTML_ELEMENT(title)
MANDAT_HTML_ELEMENT(tr)
MANDAT_HTML_ELEMENT(ul)

MANDAT_HTML_VOID_ELEMENT(br)
MANDAT_HTML_VOID_ELEMENT(col)
MANDAT_HTML_VOID_ELEMENT(hr)
MANDAT_HTML_VOID_ELEMENT(img)
MANDAT_HTML_VOID_ELEMENT(input)
MANDAT_HTML_VOID_ELEMENT(link)
MANDAT_HTML_VOID_ELEMENT(meta)
MANDAT_HTML_VOID_ELEMENT(wbr)

#undef MANDAT_HTML_ELEMENT
#undef MANDAT_HTML_VOID_ELEMENT

inline Markup script(const Url& url) {
  const Attribute source = src(url);
  const Attribute defer = Core::bare_attribute("defer");
  return Core::element("script", {Piece(source), Piece(defer)});
}

}  // namespace web::html
