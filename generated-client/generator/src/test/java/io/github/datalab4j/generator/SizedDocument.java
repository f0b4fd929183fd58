package io.github.datalab4j.generator;

/** A document of as many operations as wanted, each with models of its own. */
final class SizedDocument {
  private static final int OPERATIONS_A_TAG = 20;

  private SizedDocument() {}

  static String of(int operations) {
    StringBuilder paths = new StringBuilder();
    StringBuilder schemas = new StringBuilder();
    for (int i = 0; i < operations; i++) {
      paths.append(i == 0 ? "" : ",").append(path(i));
      schemas.append(i == 0 ? "" : ",").append(schema(i));
    }
    return ("{'openapi':'3.1.0','info':{'title':'t','version':'1'},'paths':{"
            + paths
            + "},'components':{'schemas':{"
            + schemas
            + "}}}")
        .replace('\'', '"');
  }

  private static String path(int i) {
    return String.format(
        "'/group%d/items%d/{id}':{'post':{'tags':['group%d'],'operationId':'change_item_%d',"
            + "'summary':'Change item %d','description':'Changes the item of that id.',"
            + "'parameters':[{'name':'id','in':'path','required':true,'schema':{'type':'string'}},"
            + "{'name':'limit','in':'query','schema':{'type':'integer','default':200}},"
            + "{'name':'sort','in':'query','schema':{'type':'string','enum':['UP','DOWN']}}],"
            + "'requestBody':{'required':true,'content':{'application/json':{'schema':%s}}},"
            + "'responses':{'200':{'description':'Done','content':{'application/json':{'schema':"
            + "{'type':'array','items':%s}}}}}}}",
        i / OPERATIONS_A_TAG, i, i / OPERATIONS_A_TAG, i, i, item(i), item(i));
  }

  private static String item(int i) {
    return "{'$ref':'#/components/schemas/Item" + i + "'}";
  }

  private static String schema(int i) {
    return String.format(
        "'Item%d':{'type':'object','description':'An item.','required':['id','name'],'properties':{"
            + "'id':{'type':'string','format':'uuid'},'name':{'type':'string','title':'Name'},"
            + "'count':{'anyOf':[{'type':'integer'},{'type':'null'}]},"
            + "'state':{'type':'string','enum':['NEW','OLD'],'description':'The state it is in.'},"
            + "'next':{'anyOf':[%s,{'type':'null'}]},"
            + "'value':{'anyOf':[{'type':'string'},{'type':'number'},%s]},"
            + "'labels':{'type':'object','additionalProperties':{'type':'string'}},"
            + "'more':{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'boolean'}}}}}",
        i, item(i / 2), item(i / 3));
  }
}
