# cython: language_level=3, boundscheck=False, wraparound=False
"""Elements of lxml to records, in C: over the nodes of libxml2, without a Python object for each.

Does what the functions do that ``forms.xml.compile_read`` generates, in the same steps: each
``Way`` makes one shape of value of an element, or of a string.  The ways of a schema are put
together by ``forms.xml.ways_in``.  What is rare is a ``Doubt`` too: comments, entities, CDATA
between elements, namespaces of others.
"""

from libc.string cimport strcmp, strlen

from lxml.includes cimport etreepublic as lxml
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_ELEMENT_NODE,
    XML_TEXT_NODE,
    xmlAttr,
    xmlChar,
    xmlNode,
)

from dushanbe_process.compiled.making cimport Codes, Ids, Reading, Records, Running, Texts
from dushanbe_process.compiled.slots cimport in_no_cycle, place_of, put

from dushanbe_process.schema.generate import Doubt

cdef extern from "Python.h":
    str PyUnicode_DecodeUTF8(const char*, Py_ssize_t, const char*)

lxml.import_lxml__etree()

cdef const char* XML = b"http://www.w3.org/XML/1998/namespace"


cdef inline str decoded(const xmlChar* text):
    if text is NULL:
        return ""
    return PyUnicode_DecodeUTF8(<const char*> text, <Py_ssize_t> strlen(<const char*> text), NULL)


cdef inline str text_of(xmlNode* node):
    """Return the text that a node is."""
    if node.type != XML_TEXT_NODE and node.type != XML_CDATA_SECTION_NODE:
        raise Doubt
    return decoded(node.content)


cdef inline bint is_blank(xmlNode* node) noexcept:
    """Say whether a node is text that only keeps elements apart."""
    if node.type != XML_TEXT_NODE:
        return False
    cdef const char* byte = <const char*> node.content
    if byte is NULL:
        return True
    while byte[0] in b" \t\r\n":
        byte += 1
    return byte[0] == 0


cdef xmlNode* element_from(xmlNode* node) except? NULL:
    """Return the first element from a node on, among blanks; NULL where there is none."""
    while node is not NULL and node.type != XML_ELEMENT_NODE:
        if not is_blank(node):
            raise Doubt
        node = node.next
    return node


cdef str text_in(xmlNode* element):
    """Return the text of an element that holds nothing else."""
    cdef xmlNode* node = element.children
    if node is NULL:
        return ""
    text = text_of(node)
    while node.next is not NULL:
        node = node.next
        text += text_of(node)
    return text


cdef str value_of(xmlAttr* attribute):
    """Return the value of an attribute."""
    cdef xmlNode* node = attribute.children
    if node is NULL:
        return ""
    if node.next is not NULL or node.type != XML_TEXT_NODE:
        raise Doubt
    return decoded(node.content)


cdef int bare(xmlNode* element) except -1:
    """Doubt an element that has attributes."""
    if element.properties is not NULL:
        raise Doubt


cdef class Elements(Reading):
    """What is met while one tree of elements is read."""

    cdef lxml._Document document
    cdef Py_ssize_t attributes


cdef class Name:
    """The name of an element, in the namespace of the records."""

    cdef bytes local, space

    def __cinit__(self, str local not None, str space not None):
        self.local, self.space = local.encode(), space.encode()

    cdef bint names(self, xmlNode* element) noexcept:
        if element is NULL or strcmp(<const char*> element.name, <const char*> self.local) != 0:
            return False
        if element.ns is NULL or element.ns.href is NULL:
            return False
        return strcmp(<const char*> element.ns.href, <const char*> self.space) == 0


cdef class Way:
    """How a value is made of an element, or of a string; this one takes strings as they are."""

    cdef object of(self, xmlNode* element, Reading reading):
        """Return the value of an element; that of a string which stands in it and nothing else."""
        bare(element)
        return self.of_string(text_in(element), reading)

    cdef object of_string(self, str text, Reading reading):
        return text


cdef class Code(Way):
    """Makes codes of strings."""

    cdef Codes codes

    def __cinit__(self, Codes codes not None):
        self.codes = codes

    cdef object of_string(self, str text, Reading reading):
        return self.codes.of(text, reading)


cdef class Identity(Way):
    """Makes the ids of records."""

    cdef Ids ids

    def __cinit__(self, Ids ids not None):
        self.ids = ids

    cdef object of_string(self, str text, Reading reading):
        return self.ids.of(text, reading)


cdef class Choice(Way):
    """Makes one of a few values of the string that stands for it."""

    cdef dict values

    def __cinit__(self, dict values not None):
        self.values = values

    cdef object of_string(self, str text, Reading reading):
        return self.values[text]


cdef class Words(Way):
    """Makes each of the words of an attribute; there must be one if it is ``nonempty``."""

    cdef Way item
    cdef bint nonempty

    def __cinit__(self, Way item not None, bint nonempty):
        self.item, self.nonempty = item, nonempty

    cdef object of_string(self, str text, Reading reading):
        made = tuple([self.item.of_string(each, reading) for each in text.split()])
        if self.nonempty and not made:
            raise Doubt
        return made


cdef class Localized(Way):
    """Makes texts in languages: of elements of one name, or of what stands in an element."""

    cdef Texts texts
    cdef Name text

    def __cinit__(self, Texts texts not None, Name text not None):
        self.texts, self.text = texts, text

    cdef object of(self, xmlNode* element, Reading reading):
        bare(element)
        found = {}
        element = element_from(element.children)
        while element is not NULL:
            if not self.text.names(element):
                raise Doubt
            self.add(element, found)
            element = element_from(element.next)
        return self.texts.of_strings(found)

    cdef object of_all(self, xmlNode** first, Name name):
        """Return the text of all elements of one name, and go on behind them."""
        found = {}
        while name.names(first[0]):
            self.add(first[0], found)
            first[0] = element_from(first[0].next)
        return self.texts.of_strings(found)

    cdef int add(self, xmlNode* element, dict found) except -1:
        cdef xmlAttr* attribute = element.properties
        language = ""
        if attribute is not NULL:
            if attribute.next is not NULL or not is_language(attribute):
                raise Doubt
            language = value_of(attribute)
        if language in found:
            raise Doubt
        found[language] = text_in(element)


cdef bint is_language(xmlAttr* attribute) noexcept:
    """Say whether an attribute is xml:lang."""
    return (
        attribute.ns is not NULL
        and attribute.ns.href is not NULL
        and strcmp(<const char*> attribute.name, b"lang") == 0
        and strcmp(<const char*> attribute.ns.href, XML) == 0
    )


cdef class Open(Way):
    """Makes the data of others; who makes it is given the element of lxml."""

    cdef object make

    def __cinit__(self, object make):
        self.make = make

    cdef object of(self, xmlNode* element, Reading reading):
        return self.make(lxml.elementFactory((<Elements> reading).document, element))


cdef class OneOf(Way):
    """Makes records of several classes, told apart by their names."""

    cdef list names, records

    def __cinit__(self, dict by_name not None):
        self.names = [<Name?> each for each in by_name]
        self.records = [<Record?> each for each in by_name.values()]

    cdef object of(self, xmlNode* element, Reading reading):
        cdef Py_ssize_t place
        for place in range(len(self.names)):
            if (<Name> self.names[place]).names(element):
                return (<Record> self.records[place]).of(element, reading)
        raise Doubt


cdef class ManyOf(Way):
    """Makes each of the values in an element, which holds one at least."""

    cdef Way item
    cdef Name name

    def __cinit__(self, Way item not None, Name name):
        self.item, self.name = item, name

    cdef object of(self, xmlNode* element, Reading reading):
        bare(element)
        made = []
        element = element_from(element.children)
        while element is not NULL:
            if self.name is not None and not self.name.names(element):
                raise Doubt
            made.append(self.item.of(element, reading))
            element = element_from(element.next)
        if not made:
            raise Doubt
        return in_no_cycle(tuple(made))


cdef class Only(Way):
    """Makes the one value in an element."""

    cdef ManyOf many

    def __cinit__(self, OneOf item not None):
        self.many = ManyOf(item, None)

    cdef object of(self, xmlNode* element, Reading reading):
        made = self.many.of(element, reading)
        if len(<tuple?> made) != 1:
            raise Doubt
        return (<tuple?> made)[0]


cdef class Inline(Way):
    """Makes running text."""

    cdef Running running
    cdef OneOf records

    def __cinit__(self, Running running not None, OneOf records not None):
        self.running, self.records = running, records

    cdef object of(self, xmlNode* element, Reading reading):
        bare(element)
        return self.within(element, reading)

    cdef object within(self, xmlNode* element, Reading reading):
        """Return the text that stands in an element."""
        cdef xmlNode* node = element.children
        if node is NULL or node.next is NULL and node.type != XML_ELEMENT_NODE:
            return self.running.of_string(text_in(element))
        pieces = []
        while node is not NULL:
            if node.type == XML_ELEMENT_NODE:
                pieces.append(self.records.of(node, reading))
            else:
                pieces.append(text_of(node))
            node = node.next
        return self.running.of_pieces(pieces)


cdef class Field:
    """One field of a record: its place, its name, its way; its default, unless it is required.

    That it says something is noted if it is ``watched``.
    """

    cdef Py_ssize_t place
    cdef Name name
    cdef Way way
    cdef bint required, watched
    cdef object default

    def __cinit__(self, object cls, str slot, Name name not None, Way way not None, **how):
        self.place, self.name, self.way = place_of(cls, slot), name, way
        self.required, self.watched, self.default = how["required"], how["watched"], how["default"]

    cdef object absent(self):
        if self.required:
            raise Doubt
        return self.default

    cdef object at(self, xmlAttr* attribute, Reading reading):
        """Return the value of the attribute of this name."""
        while attribute is not NULL:
            if strcmp(<const char*> attribute.name, <const char*> self.name.local) == 0:
                if attribute.ns is not NULL:
                    raise Doubt
                (<Elements> reading).attributes += 1
                reading.told += self.watched
                return self.way.of_string(value_of(attribute), reading)
            attribute = attribute.next
        return self.absent()

    cdef object next(self, xmlNode** element, Reading reading):
        """Return the value of an element, if it is this one, and go on behind it."""
        if not self.name.names(element[0]):
            return self.absent()
        reading.told += self.watched
        if type(self.way) is Localized:
            return (<Localized> self.way).of_all(element, self.name)
        made = self.way.of(element[0], reading)
        element[0] = element_from(element[0].next)
        return made


cdef class Record(Way):
    """Makes the records of one class of their elements.

    What it consists of is asked for when the first is made: attributes, the field that is the
    content of the element, or those that are elements in it.
    """

    cdef Records records
    cdef object ask
    cdef tuple attributes, elements
    cdef Field content

    def __cinit__(self, Records records not None, object ask):
        self.records, self.ask = records, ask

    def read(self, lxml._Element root not None, Elements reading not None):
        """Return the record of a root element."""
        if root._c_node is NULL or root._c_node.type != XML_ELEMENT_NODE:
            raise Doubt
        reading.document = root._doc
        return self.of(root._c_node, reading)

    cdef object of(self, xmlNode* element, Reading reading):
        if self.attributes is None:
            attributes, self.content, elements = self.ask()
            self.elements = tuple([<Field?> each for each in elements])
            self.attributes = tuple([<Field?> each for each in attributes])
        reading.go_in()
        told = reading.told
        made = self.records.empty()
        self.take_attributes(element, made, <Elements> reading)
        if self.content is not None:
            put(made, self.content.place, content_of(self.content.way, element, reading))
        else:
            self.take_elements(element, made, reading)
        reading.depth -= 1
        return self.records.checked(made, reading.told - told)

    cdef int take_attributes(self, xmlNode* element, object made, Elements reading) except -1:
        cdef xmlAttr* attribute = element.properties
        before = reading.attributes
        for field in self.attributes:
            put(made, (<Field> field).place, (<Field> field).at(attribute, reading))
        while attribute is not NULL:
            before += 1
            attribute = attribute.next
        if reading.attributes != before:
            raise Doubt

    cdef int take_elements(self, xmlNode* element, object made, Reading reading) except -1:
        if not self.elements:
            if text_in(element):
                raise Doubt
            return 0
        cdef xmlNode* child = element_from(element.children)
        for field in self.elements:
            put(made, (<Field> field).place, (<Field> field).next(&child, reading))
        if child is not NULL:
            raise Doubt


cdef object content_of(Way way, xmlNode* element, Reading reading):
    if type(way) is Inline:
        return (<Inline> way).within(element, reading)
    return way.of_string(text_in(element), reading)
