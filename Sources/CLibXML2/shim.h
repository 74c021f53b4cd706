#ifndef QUANDIAN_LIBXML2_SHIM_H
#define QUANDIAN_LIBXML2_SHIM_H

// Where libxml2 is built with ICU its headers pull in ICU's, which clash with the ICU inside Foundation. Only the tail of
// a struct that we never touch depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/SAX2.h>
#include <libxml/xmlschemas.h>

/// Gives back memory that libxml2 has asked for. Its own function is a variable, which Swift does not let several threads use.
static inline void quandian_xml_free(void *memory) { xmlFree(memory); }

#endif
